import { readFileSync } from "node:fs";
import { understandWhen, type When } from "../../../functions/domain/conversation/understanding/when/when.ts";

export const FRIDAY = { now: "2019-03-01T09:00" };

export type WhenCase = {
  asked: string | undefined;
  text: string;
  date: string;
  time: string;
  now: string;
  open: { from: string; to: string } | undefined;
};

/** The utterances of tests/fixtures/when/{language}.txt and {language}-calls.txt, whose form their first lines tell. */
export const casesOf = (language: "en" | "fr"): WhenCase[] => [
  ...casesIn(`${language}.txt`),
  ...casesIn(`${language}-calls.txt`),
];

function casesIn(name: string): WhenCase[] {
  const file = new URL(`../../fixtures/when/${name}`, import.meta.url);
  let said: Pick<WhenCase, "now" | "open"> = { now: FRIDAY.now, open: undefined };
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, now, from, to] = /^@ (\S+)(?: (\S+)-(\S+))?$/.exec(line) ?? [];
      if (now) said = { now, open: from && to ? { from, to } : undefined };
      return line.includes("=>") && !line.startsWith("#") ? [{ ...caseOf(line), ...said }] : [];
    });
}

function caseOf(line: string): Omit<WhenCase, "now" | "open"> {
  const [said = "", expected = ""] = line.split("=>").map((half) => half.trim());
  const [question, answer] = said.split(" | ");
  const [date = "-", time = "-"] = expected.split(/\s+/);
  return answer === undefined
    ? { asked: undefined, text: said, date: fullYear(date), time }
    : { asked: question, text: answer, date: fullYear(date), time };
}

const fullYear = (date: string): string => date.replace(/(?<![\d-])(\d\d-\d\d)(?![\d-])/g, "2019-$1");

export const say = (text: string, locale: "en" | "fr", asked?: string): When =>
  understandWhen(text, { ...FRIDAY, locale, asked });

/** What the grammar makes of a line of the tables. */
export const answer = (one: WhenCase, locale: "en" | "fr", text = one.text): When =>
  understandWhen(text, { now: one.now, open: one.open, locale, asked: one.asked });

/** An answer in the form of the tables: a value, a span "from..to", a choice "?a|b", or "-". */
export function written(when: When): { date: string; time: string } {
  const left = (key: "date" | "time") => (when.ambiguous ?? []).flatMap((one) => one[key] ?? []);
  return {
    date: oneOf(when.date, when.dateRange, left("date")),
    time: oneOf(when.time, when.timeRange, left("time")),
  };
}

function oneOf(value: string | null, range: When["dateRange"], choice: string[]): string {
  if (value !== null) return value;
  if (range) return `${range.from}..${range.to}`;
  return choice.length > 0 ? `?${choice.join("|")}` : "-";
}
