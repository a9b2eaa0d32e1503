import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { type ServiceDatabase, serviceDatabase } from "../../../platform/service-role.ts";
import { webhook } from "../../../platform/webhook.ts";
import { type CallProgress, toCallProgress } from "../../../providers/twilio/translate.ts";
import { callsFor } from "../../../wiring/calls.ts";
import { dispatcherFor } from "../../../wiring/dispatch.ts";
import { settleLaterFor } from "../../../wiring/settle-later.ts";
import { twilioTrust } from "../../../wiring/telephony.ts";

type StatusDeps = {
  trust: ReturnType<typeof twilioTrust>;
  resolveNumber: (e164: string, requestId: string) => ReturnType<ServiceDatabase["resolveNumber"]>;
  calls: (merchantId: string, requestId: string) => ReturnType<typeof callsFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
  settleLater: (requestId: string) => ReturnType<typeof settleLaterFor>;
};

/**
 * How a call goes and ends. One that ended with nothing captured gets a text back. Twilio asks again only within
 * seconds, so what we fail to take in is also left to be looked up later.
 */
export const createStatusWebhook = (resolve: () => StatusDeps) =>
  webhook("twilio-status", resolve, async ({ trust, settleLater, ...deps }, request) => {
    const call = toCallProgress(await trust(request));
    try {
      return { outcome: await takeIn(deps, call, request.requestId) };
    } catch (error) {
      request.waitUntil(settleLater(request.requestId)(call));
      throw error;
    }
  });

type TakingIn = Pick<StatusDeps, "resolveNumber" | "calls" | "dispatch">;

async function takeIn(
  { resolveNumber, calls, dispatch }: TakingIn,
  call: CallProgress,
  requestId: string,
): Promise<string> {
  const owner = await resolveNumber(call.to, requestId);
  if (!owner) return "unknown_number";
  const { outcome, events } = await (await calls(owner.merchantId, requestId)).applyStatus(call);
  await dispatch(requestId)(events);
  return outcome;
}

const depsFrom = (env: Env): StatusDeps => ({
  trust: twilioTrust(env),
  resolveNumber: (e164, requestId) => serviceDatabase(env, requestId).resolveNumber(e164),
  calls: (merchantId, requestId) => callsFor(env, merchantId, "webhook:twilio-status", requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
  settleLater: (requestId) => settleLaterFor(env, requestId),
});

export default createStatusWebhook(lazy(() => depsFrom(readEnv())));
