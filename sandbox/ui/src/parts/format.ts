import type { Language } from "../words.tsx";

/** `14:03:27`, with the day before it when that is not today. */
export function timeOf(at: string | number, language: Language): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  // Colons, in French too: a column of times is compared, not read aloud.
  const time = new Intl.DateTimeFormat("fr-FR", { timeStyle: "medium" }).format(date);
  if (date.toDateString() === new Date().toDateString()) return time;
  return `${new Intl.DateTimeFormat(`${language}-CA`, { month: "short", day: "numeric" }).format(date)} ${time}`;
}

/** `(514) 555-0199` for North America, the number itself elsewhere. */
export function showPhone(number: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : number;
}

/** What a person calls a line: its name without the key the product keeps behind it, else its number. */
export function lineName(line: { friendlyName: string; phoneNumber: string }): string {
  return line.friendlyName.replace(/\s*\bcw:\S+$/, "") || showPhone(line.phoneNumber);
}

/** As the sandbox stores it: ten digits get +1. */
export function toE164(typed: string): string {
  const digits = typed.replace(/[\s().-]/g, "");
  if (/^\d{10}$/.test(digits)) return `+1${digits}`;
  return /^1\d{10}$/.test(digits) ? `+${digits}` : digits;
}

/** `/api/jobs/send-message` out of a whole address. */
export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

/** Green, orange or red for a status; grey when there is none yet. */
export function colourOf(status: number | undefined): string {
  if (status === undefined) return "#495057";
  if (status < 400) return "#1d6a2b";
  return status < 500 ? "#9a3b00" : "#a61e1e";
}
