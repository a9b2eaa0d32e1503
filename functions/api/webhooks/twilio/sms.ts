import { keywordReplies, smsKeyword } from "../../../domain/messages/keywords.ts";
import { type Env, readEnv } from "../../../platform/env.ts";
import { lazy } from "../../../platform/lazy.ts";
import { createLimiter, type Limiter } from "../../../platform/rate-limit.ts";
import { type ServiceDatabase, serviceDatabase } from "../../../platform/service-role.ts";
import { webhook } from "../../../platform/webhook.ts";
import { toInboundSms } from "../../../providers/twilio/translate.ts";
import { toMessagingTwiml } from "../../../providers/twilio/twiml.ts";
import { dispatcherFor } from "../../../wiring/dispatch.ts";
import { messagesFor } from "../../../wiring/messages.ts";
import { twilioTrust } from "../../../wiring/telephony.ts";

type SmsDeps = {
  trust: ReturnType<typeof twilioTrust>;
  resolveNumber: (e164: string, requestId: string) => ReturnType<ServiceDatabase["resolveNumber"]>;
  limiter: Pick<Limiter, "consume">;
  messages: (merchantId: string, requestId: string) => ReturnType<typeof messagesFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

const reply = (outcome: string, text?: string) => ({
  outcome,
  reply: { contentType: "text/xml; charset=utf-8", body: toMessagingTwiml(text) },
});

/** Somebody texts a merchant: STOP and HELP are obeyed and answered, everything else is kept and told to staff. */
export const createSmsWebhook = (resolve: () => SmsDeps) =>
  webhook("twilio-sms", resolve, async ({ trust, resolveNumber, limiter, messages, dispatch }, request) => {
    const sms = toInboundSms(await trust(request));
    const keyword = smsKeyword(sms.body);
    const [owner, limit] = await Promise.all([
      resolveNumber(sms.to, request.requestId),
      limiter.consume("webhook", sms.to),
    ]);
    if (!owner) return reply("unknown_number");
    const action = keyword?.action ?? sms.optOut;
    // A STOP is never shed: the law does not ask how busy we are.
    if (!limit.allowed && action === null) return reply("shed");

    const store = await messages(owner.merchantId, request.requestId);
    // Where Twilio has answered a keyword itself, a second answer would be one too many.
    const answers = action !== null && sms.optOut === null ? keywordReplies[action] : null;
    const {
      outcome,
      reply: text,
      events,
    } = await store.receive(
      {
        sid: sms.messageSid,
        from: sms.from,
        to: sms.to,
        body: sms.body,
        locale: keyword?.locale ?? null,
        eventId: sms.eventId,
      },
      action,
      answers,
    );
    request.waitUntil(dispatch(request.requestId)(events));
    return reply(outcome, text ?? undefined);
  });

const depsFrom = (env: Env): SmsDeps => ({
  trust: twilioTrust(env),
  resolveNumber: (e164, requestId) => serviceDatabase(env, requestId).resolveNumber(e164),
  limiter: createLimiter(env.redis),
  messages: (merchantId, requestId) => messagesFor(env, merchantId, "webhook:twilio-sms", requestId),
  dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
});

export default createSmsWebhook(lazy(() => depsFrom(readEnv())));
