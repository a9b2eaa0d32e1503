import { namelessReply, understandText } from "../../../domain/messages/inbound.ts";
import { type Env, readEnv } from "../../../platform/env.ts";
import { AppError } from "../../../platform/errors.ts";
import { lazy } from "../../../platform/lazy.ts";
import { errorProperties } from "../../../platform/log.ts";
import { createLimiter, type Limiter } from "../../../platform/rate-limit.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toInboundSms } from "../../../providers/twilio/translate.ts";
import { dispatcherFor } from "../../../wiring/dispatch.ts";
import { receiveLaterFor, receiveSmsFor } from "../../../wiring/receive-sms.ts";
import { twilioTexting, twilioTrust } from "../../../wiring/telephony.ts";

type SmsDeps = {
  trust: ReturnType<typeof twilioTrust>;
  limiter: Pick<Limiter, "consume">;
  receive: (requestId: string) => ReturnType<typeof receiveSmsFor>;
  receiveLater: (requestId: string) => ReturnType<typeof receiveLaterFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/**
 * Somebody texts a merchant: STOP and HELP are obeyed and answered, everything else is kept and told to staff. Without
 * the database the queue keeps it: Twilio would bring it a few seconds long, and then never again.
 */
export const createSmsWebhook = (resolve: () => SmsDeps) =>
  webhook("twilio-sms", resolve, async ({ trust, limiter, receive, receiveLater, dispatch }, request) => {
    const { text, replies } = understandText(toInboundSms(await trust(request)), request.now);
    const limit = await limiter.consume("webhook", text.to);
    // A STOP is never shed: the law does not ask how busy we are.
    if (!limit.allowed && text.action === null) return twilioTexting("shed", null);
    try {
      const { outcome, reply, events } = await receive(request.requestId)(text, replies);
      request.waitUntil(dispatch(request.requestId)(events));
      return twilioTexting(outcome, reply);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "unavailable")) throw error;
      request.log.warn("a text is left to the queue", errorProperties(error));
      const reply = namelessReply(text, replies);
      await receiveLater(request.requestId)(text, reply);
      return twilioTexting("received_later", reply);
    }
  });

const depsFrom = (env: Env): SmsDeps => ({
  trust: twilioTrust(env),
  limiter: createLimiter(env.redis),
  receive: (requestId) => receiveSmsFor(env, "webhook:twilio-sms", requestId),
  receiveLater: (requestId) => receiveLaterFor(env, requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createSmsWebhook(lazy(() => depsFrom(readEnv())));
