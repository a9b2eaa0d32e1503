import { namelessReply, understandText } from "../../../domain/messages/inbound.ts";
import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toInboundSms } from "../../../providers/twilio/translate.ts";
import { receiveLaterFor } from "../../../wiring/receive-sms.ts";
import { twilioTexting, twilioTrust } from "../../../wiring/telephony.ts";

type SmsFallbackDeps = {
  trust: ReturnType<typeof twilioTrust>;
  receiveLater: (requestId: string) => ReturnType<typeof receiveLaterFor>;
};

/** Twilio brings a text here that it could not bring to `sms`, and then never again: the queue keeps it, nothing else is asked. */
export const createSmsFallbackWebhook = (resolve: () => SmsFallbackDeps) =>
  webhook("twilio-sms-fallback", resolve, async ({ trust, receiveLater }, request) => {
    const { text, replies } = understandText(toInboundSms(await trust(request)), request.now);
    request.log.error("a text fell back", { messageSid: text.sid });
    const reply = namelessReply(text, replies);
    await receiveLater(request.requestId)(text, reply);
    return twilioTexting("received_later", reply);
  });

const depsFrom = (env: Env): SmsFallbackDeps => ({
  trust: twilioTrust(env),
  receiveLater: (requestId) => receiveLaterFor(env, requestId),
});

export default createSmsFallbackWebhook(lazy(() => depsFrom(readEnv())));
