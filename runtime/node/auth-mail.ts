import { createTransport } from "nodemailer";

type Mail = { to: string; subject: string; text: string; html?: string };

/** Sends the mails of the local Auth (confirmation, magic link, reset) by the SMTP server that the product uses. */
export function createAuthMailer(
  smtpUrl: () => string | undefined,
  from: string,
): (mail: Mail) => Promise<void> {
  return async (mail) => {
    const url = smtpUrl();
    if (!url) throw new Error("SMTP_URL is not set, so Auth cannot send its mail");
    const transport = createTransport(url);
    try {
      await transport.sendMail({ from, ...mail });
    } finally {
      transport.close();
    }
  };
}
