import type { Locale } from "../shared/schemas.ts";
import { keywordReplies, type SmsKeyword, smsKeyword } from "./keywords.ts";

/** A text from a customer as the carrier brings it; `optOut` is a keyword that the carrier has answered itself. */
type Brought = {
  messageSid: string;
  from: string;
  to: string;
  body: string;
  optOut: SmsKeyword["action"] | null;
};

/** The same, understood: what it asks for, and in which language, as far as the word tells. */
export type InboundText = {
  sid: string;
  from: string;
  to: string;
  body: string;
  action: SmsKeyword["action"] | null;
  locale: Locale | null;
  /** When it came, ISO 8601. */
  at: string;
};

/** What to answer in each language, or null when nothing is to be said. `{merchant}` is filled in by the database. */
export type TextReplies = Record<Locale, string> | null;

/** Where the carrier has answered a keyword itself, a second answer would be one too many. */
export function understandText(brought: Brought, now: Date): { text: InboundText; replies: TextReplies } {
  const { messageSid: sid, from, to, body, optOut } = brought;
  const keyword = smsKeyword(body);
  const action = keyword?.action ?? optOut;
  return {
    text: { sid, from, to, body, action, locale: keyword?.locale ?? null, at: now.toISOString() },
    replies: action !== null && optOut === null ? keywordReplies[action] : null,
  };
}

/** The answer when nobody can say whose number it is: without the name, and in both languages where the word is in both. */
export function namelessReply({ locale }: InboundText, replies: TextReplies): string | null {
  if (replies === null) return null;
  const said = { en: nameless(replies.en), fr: nameless(replies.fr) };
  return locale ? said[locale] : `${said.en} / ${said.fr}`;
}

function nameless(reply: string): string {
  const rest = reply.replace(/^\{merchant\}\s?: /, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
