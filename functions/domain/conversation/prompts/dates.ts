import type { Locale } from "../../catalogue/types.ts";
import type { PartName } from "../understanding/when/found.ts";

/** Local: a day as "2026-11-27", with a time as "15:45", or a range from its first to its last minute, or a part of the day. */
export type SpokenWhen = {
  date?: string;
  time?: string;
  range?: { from: string; to: string };
  part?: PartName;
};

const REGION: Record<Locale, string> = { en: "en-CA", fr: "fr-CA" };

/** A day and a time as they are read back: "Friday, November 27 at 3:30 PM", "vendredi 27 novembre en après-midi". */
export function spokenWhen({ date, time, range, part }: SpokenWhen, locale: Locale): string {
  const { at, between, parts } = WORDS[locale];
  const spoken = (one: string) => spokenTime(one, locale);
  const clock = part
    ? parts[part]
    : range
      ? between(spoken(range.from), spoken(range.to))
      : time && at(spoken(time));
  return [date && spokenDay(date, locale), clock].filter(Boolean).join(" ");
}

type Words = {
  at(time: string): string;
  between(from: string, to: string): string;
  parts: Record<PartName, string>;
  noon: string;
  midnight: string;
};

const WORDS: Record<Locale, Words> = {
  en: {
    at: (time) => `at ${time}`,
    between: (from, to) => `between ${from} and ${to}`,
    parts: {
      morning: "in the morning",
      midday: "around noon",
      afternoon: "in the afternoon",
      evening: "in the evening",
      night: "at night",
      open: "first thing",
      close: "at the end of the day",
    },
    noon: "noon",
    midnight: "midnight",
  },
  fr: {
    at: (time) => `à ${time}`,
    between: (from, to) => `entre ${from} et ${to}`,
    parts: {
      morning: "en matinée",
      midday: "sur l'heure du midi",
      afternoon: "en après-midi",
      evening: "en soirée",
      night: "tard le soir",
      open: "dès l'ouverture",
      close: "en fin de journée",
    },
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
