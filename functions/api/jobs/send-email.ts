import { deliver, type Sender } from "../../domain/messages/deliver.ts";
import { sendEmail } from "../../domain/messages/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { AppError } from "../../platform/errors.ts";
import { job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { createSmtpSender } from "../../providers/smtp/client.ts";
import { messagesFor } from "../../wiring/messages.ts";

type Deps = {
  messages: (merchantId: string, requestId: string) => ReturnType<typeof messagesFor>;
  sender: Sender;
};

export const createSendEmail = (resolve: () => Deps) =>
  job(sendEmail, resolve, async ({ messages, sender }, { merchantId, requestId, messageId }, attempt) => {
    const { delivery } = await messages(merchantId, requestId);
    return deliver(delivery, sender, messageId, attempt);
  });

function depsFrom(env: Env): Deps {
  if (!env.smtp)
    throw new AppError("not_configured", "E-mail is not configured on this installation (SMTP_URL).");
  return {
    messages: (merchantId, requestId) => messagesFor(env, merchantId, "job:send-email", requestId),
    sender: smtpSender(env.smtp, new URL(env.publicBaseUrl).hostname),
  };
}

function smtpSender(smtp: NonNullable<Env["smtp"]>, domain: string): Sender {
  const mail = createSmtpSender(smtp);
  return {
    provider: "smtp",
    // The same Message-ID each time is how mailboxes tell a repeat: SMTP itself cannot be asked afterwards.
    async send({ id, to, subject, body, html }) {
      const sent = await mail.sendEmail({
        to,
        subject: subject ?? "",
        text: body,
        html: html ?? body,
        messageId: `<${id}@${domain}>`,
      });
      return sent.messageId;
    },
  };
}

export default createSendEmail(lazy(() => depsFrom(readEnv())));
