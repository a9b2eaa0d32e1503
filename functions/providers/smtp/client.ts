// nodemailer is 69 kB compressed and of no use to a caller on the line: only the job that sends mail imports this.
import nodemailer from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { classify } from "./failure.ts";

export type OutboundEmail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Ours, and the same for every attempt: `<something@our.domain>`. */
  messageId: string;
  headers?: Record<string, string>;
};

export type SentEmail = { messageId: string; response: string };

export type SmtpSender = {
  /** @throws ProviderError retry, permanent or unknown. */
  sendEmail(email: OutboundEmail): Promise<SentEmail>;
  /** Connects, signs in and leaves: tells health whether address and credentials are good. */
  ping(): Promise<void>;
};

type SmtpOptions = {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  url: string;
  /** `Name <address>`. */
  from: string;
  /** For the connection, for the greeting, and between two lines of talk. Default 8000. */
  timeoutMs?: number;
};

/**
 * Mail over SMTP (RFC 5321). The protocol has no way to ask afterwards whether a message was taken, nor an
 * idempotency key: after an `unknown` failure the message may arrive twice. Its Message-ID is the same each
 * time, which is what lets mailboxes and people recognise the second as the first (RFC 5322 §3.6.4).
 */
export function createSmtpSender({ url, from, timeoutMs = 8000 }: SmtpOptions): SmtpSender {
  return {
    async sendEmail({ headers, ...email }) {
      const progress = { messageHandedOver: false };
      const transport = connectTo(url, timeoutMs, progress);
      try {
        const info = await transport.sendMail({
          from,
          ...email,
          ...(headers === undefined ? {} : { headers }),
        });
        return { messageId: info.messageId, response: info.response };
      } catch (cause) {
        throw classify(cause, progress.messageHandedOver);
      } finally {
        transport.close();
      }
    },

    async ping() {
      const transport = connectTo(url, timeoutMs, { messageHandedOver: false });
      try {
        await transport.verify();
      } catch (cause) {
        throw classify(cause, false);
      } finally {
        transport.close();
      }
    },
  };
}

/** One connection per message: a function that may be frozen between two cannot keep one open. */
function connectTo(url: string, timeoutMs: number, progress: { messageHandedOver: boolean }) {
  const options: SMTPTransport.Options = {
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // A template must never be able to read a file or fetch an address into a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: watch(progress),
  };
  return nodemailer.createTransport(options);
}

type LogEntry = { tnx?: unknown } | undefined;

/**
 * nodemailer tells its logger, and nobody else, when the whole message has left: with it, a connection lost
 * before that point is known to have delivered nothing, and one lost after it is not.
 */
function watch(progress: { messageHandedOver: boolean }) {
  const ignore = () => {};
  return {
    level: ignore,
    trace: ignore,
    debug: ignore,
    info(entry: LogEntry) {
      if (entry?.tnx === "message") progress.messageHandedOver = true;
    },
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
}
