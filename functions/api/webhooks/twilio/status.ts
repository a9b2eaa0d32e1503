import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { type ServiceDatabase, serviceDatabase } from "../../../platform/service-role.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toCallProgress } from "../../../providers/twilio/translate.ts";
import { callsFor } from "../../../wiring/calls.ts";
import { dispatcherFor } from "../../../wiring/dispatch.ts";
import { twilioTrust } from "../../../wiring/telephony.ts";

type StatusDeps = {
  trust: ReturnType<typeof twilioTrust>;
  resolveNumber: (e164: string, requestId: string) => ReturnType<ServiceDatabase["resolveNumber"]>;
  calls: (merchantId: string, requestId: string) => ReturnType<typeof callsFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** How a call goes and ends. One that ended with nothing captured gets a text back. */
export const createStatusWebhook = (resolve: () => StatusDeps) =>
  webhook("twilio-status", resolve, async ({ trust, resolveNumber, calls, dispatch }, request) => {
    const call = toCallProgress(await trust(request));
    const owner = await resolveNumber(call.to, request.requestId);
    if (!owner) return { outcome: "unknown_number" };
    const { outcome, events } = await (await calls(owner.merchantId, request.requestId)).applyStatus(call);
    await dispatch(request.requestId)(events);
    return { outcome };
  });

const depsFrom = (env: Env): StatusDeps => ({
  trust: twilioTrust(env),
  resolveNumber: (e164, requestId) => serviceDatabase(env, requestId).resolveNumber(e164),
  calls: (merchantId, requestId) => callsFor(env, merchantId, "webhook:twilio-status", requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createStatusWebhook(lazy(() => depsFrom(readEnv())));
