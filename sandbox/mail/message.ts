import PostalMime from "postal-mime";

/** One accepted message, as its reader would see it. */
export type Mail = {
  id: string;
  /** As the sender wrote it, in angle brackets. A resent message has the same one and a new `id`. */
  messageId: string | null;
  /** ISO 8601, when it was accepted. */
  at: string;
  from: string;
  /** The envelope's recipients: who really gets it. */
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  /** Every http(s) address in it, in order, each once. */
  links: string[];
  headers: Record<string, string>;
  attachments: { filename: string | null; mimeType: string; bytes: number }[];
};

/** Reads a raw RFC 5322 message that the envelope says goes to `to`. */
export async function readMail(id: string, raw: Buffer, to: string[]): Promise<Mail> {
  const email = await PostalMime.parse(raw);
  const text = email.text ?? "";
  const html = email.html ?? null;
  const name = email.from?.name;
  const address = email.from?.address ?? "";
  return {
    id,
    messageId: email.messageId ?? null,
    at: new Date().toISOString(),
    from: name ? `${name} <${address}>` : address,
    to,
    subject: email.subject ?? "",
    text,
    html,
    links: linksIn(text, html ?? ""),
    headers: Object.fromEntries(email.headers.map(({ key, value }) => [key, value])),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? null,
      mimeType,
      bytes: typeof content === "string" ? content.length : content.byteLength,
    })),
  };
}

function linksIn(text: string, html: string): string[] {
  const inHtml = [...html.matchAll(/href\s*=\s*"([^"]+)"|href\s*=\s*'([^']+)'/gi)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll("&amp;", "&"),
  );
  // A sentence's full stop or bracket after an address is not part of it.
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((match) =>
    match[0].replace(/[.,;:!?)\]]+$/, ""),
  );
  return [...new Set([...inText, ...inHtml])].filter((link) => /^https?:\/\//.test(link));
}
