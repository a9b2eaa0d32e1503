import { deliver, type Sender } from "../../domain/messages/deliver.ts";
import { sendSms } from "../../domain/messages/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { ProviderError } from "../../platform/errors.ts";
import { job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { callbackUrl } from "../../providers/twilio/urls.ts";
import { messagesFor } from "../../wiring/messages.ts";
import { twilioClientFor } from "../../wiring/telephony.ts";

type Deps = {
  messages: (merchantId: string, requestId: string) => ReturnType<typeof messagesFor>;
  sender: (merchantId: string, requestId: string) => Sender;
};

export const createSendSms = (resolve: () => Deps) =>
  job(sendSms, resolve, async ({ messages, sender }, { merchantId, requestId, messageId }, attempt) => {
    const { delivery } = await messages(merchantId, requestId);
    return deliver(delivery, sender(merchantId, requestId), messageId, attempt);
  });

const depsFrom = (env: Env): Deps => ({
  messages: (merchantId, requestId) => messagesFor(env, merchantId, "job:send-sms", requestId),
  sender: (merchantId, requestId) => twilioSender(env, merchantId, requestId),
});

function twilioSender(env: Env, merchantId: string, requestId: string): Sender {
  const twilio = twilioClientFor(env, requestId);
  const statusOf = (messageId: string) =>
    callbackUrl(env.publicBaseUrl, `/api/webhooks/twilio/message-status?m=${merchantId}&id=${messageId}`);
  return {
    provider: "twilio",
    async send({ id, to, from, body }) {
      return (await twilio.sendSms({ to, from: ownNumber(from), body, statusCallback: statusOf(id) })).sid;
    },
    async find({ to, from, body }, sentAfter, notSids) {
      return (await twilio.findSms({ to, from: ownNumber(from), body, sentAfter, notSids }))?.sid ?? null;
    },
  };
}

function ownNumber(from: string | null): string {
  if (from) return from;
  throw new ProviderError("the merchant has no number to send from", {
    provider: "twilio",
    kind: "permanent",
  });
}

export default createSendSms(lazy(() => depsFrom(readEnv())));
