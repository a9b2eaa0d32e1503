import type { Locale } from "../../catalogue/types.ts";

/** Local: date "2026-11-27", time "15:45"; a range from its first to its last minute. */
export type SpokenWhen = { date?: string; time?: string; range?: { from: string; to: string } };

const REGION: Record<Locale, string> = { en: "en-CA", fr: "fr-CA" };

/** A day and a time as they are read back: "Friday, November 27 at 3:30 PM", "vendredi 27 novembre à 15 h 30". */
export function spokenWhen({ date, time, range }: SpokenWhen, locale: Locale): string {
  const { at, between } = WORDS[locale];
  const clock = range
    ? between(spokenTime(range.from, locale), spokenTime(range.to, locale))
    : time && at(spokenTime(time, locale));
  return [date && spokenDay(date, locale), clock].filter(Boolean).join(" ");
}

const WORDS: Record<
  Locale,
  { at(time: string): string; between(from: string, to: string): string; noon: string; midnight: string }
> = {
  en: {
    at: (time) => `at ${time}`,
    between: (from, to) => `between ${from} and ${to}`,
    noon: "noon",
    midnight: "midnight",
  },
  fr: {
    at: (time) => `à ${time}`,
    between: (from, to) => `entre ${from} et ${to}`,
    noon: "midi",
    midnight: "minuit",
  },
};

/** A calendar day belongs to no zone: it is formatted where it was made, in UTC. */
function spokenDay(date: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(REGION[locale], {
    timeZone: "UTC",
    weekday: "long",
    month: "long",
    day: "numeric",
  });
  return format.format(new Date(`${date}T00:00Z`)).replace(/ 1 (?=\p{L})/u, " 1er ");
}

function spokenTime(time: string, locale: Locale): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const { noon, midnight } = WORDS[locale];
  const past = minutes === 0 ? "" : String(minutes).padStart(2, "0");
  if (!past && hours === 12) return noon;
  if (!past && hours % 24 === 0) return midnight;
  if (locale === "fr") return past ? `${hours} h ${past}` : `${hours} h`;
  return `${((hours + 11) % 12) + 1}${past ? `:${past}` : ""} ${hours % 24 < 12 ? "AM" : "PM"}`;
}
