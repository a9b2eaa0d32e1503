import { type Env, readEnv } from "../../../platform/env.ts";
import { AppError } from "../../../platform/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import { lazy } from "../../../platform/lazy.ts";
import { type WebhookRequest, webhook } from "../../../platform/webhook.ts";
import { toMessageProgress } from "../../../providers/twilio/translate.ts";
import { messagesFor } from "../../../wiring/messages.ts";
import { twilioTrust } from "../../../wiring/telephony.ts";

type MessageStatusDeps = {
  trust: ReturnType<typeof twilioTrust>;
  messages: (merchantId: string, requestId: string) => ReturnType<typeof messagesFor>;
};

/** Whose message this is about: we wrote it into the address, and Twilio signed it. */
function named({ query }: WebhookRequest): { merchantId: string; messageId: string } {
  const merchantId = query.get("m") ?? "";
  const messageId = query.get("id") ?? "";
  if (isUuid(merchantId) && isUuid(messageId)) return { merchantId, messageId };
  throw new AppError("invalid_request", "This address does not name a message.");
}

/** What became of a text we sent; in any order, so it only ever moves forward. */
export const createMessageStatusWebhook = (resolve: () => MessageStatusDeps) =>
  webhook("twilio-message-status", resolve, async ({ trust, messages }, request) => {
    const progress = toMessageProgress(await trust(request));
    const { merchantId, messageId } = named(request);
    if (!progress) return { outcome: "ignored" };
    const store = await messages(merchantId, request.requestId);
    return { outcome: await store.applyStatus({ ...progress, messageId, providerId: progress.messageSid }) };
  });

const depsFrom = (env: Env): MessageStatusDeps => ({
  trust: twilioTrust(env),
  messages: (merchantId, requestId) =>
    messagesFor(env, merchantId, "webhook:twilio-message-status", requestId),
});

export default createMessageStatusWebhook(lazy(() => depsFrom(readEnv())));
