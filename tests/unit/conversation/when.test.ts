import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { understandWhen } from "../../../functions/domain/conversation/understanding/when/when.ts";
import { inZone } from "../../../functions/domain/conversation/understanding/when/zone.ts";
import { answer, casesOf, FRIDAY, say, written } from "./when-fixtures.ts";

describe.each(["fr", "en"] as const)("what callers say in %s", (language) => {
  test.each(casesOf(language))("$asked $text", (one) => {
    expect(written(answer(one, language))).toEqual({ date: one.date, time: one.time });
  });
});

test("the tables hold at least 1,000 utterances in each language", () => {
  expect(casesOf("fr").length).toBeGreaterThanOrEqual(1_000);
  expect(casesOf("en").length).toBeGreaterThanOrEqual(1_000);
});

const shared = new URL("../../../../shared/data/spoken-dates-en.json", import.meta.url);

type Row = { utterance: string; asked: string; slot: "date" | "time"; expected: string };

/** Real utterances that are not ours to commit; present on the machines that build this. */
describe.skipIf(!existsSync(shared))("utterances of real people", () => {
  test.each(["date", "time"] as const)("99 %% of the %ss are exact", (slot) => {
    const { rows } = JSON.parse(readFileSync(shared, "utf8")) as { rows: Row[] };
    const asked = rows.filter((row) => row.slot === slot);
    const right = asked.filter(({ utterance, asked, expected }) => {
      const answer = say(utterance, "en", asked)[slot];
      return (answer ?? "dontcare") === expected;
    });
    expect(asked.length).toBeGreaterThan(100);
    expect(right.length / asked.length).toBeGreaterThanOrEqual(0.99);
  });
});

describe("business hours decide what a bare hour means", () => {
  const at = (text: string, from: string, to: string) =>
    understandWhen(text, { ...FRIDAY, locale: "en", open: { from, to } }).time;

  test.each([
    ["at four", "09:00", "18:00", "16:00"],
    ["at seven", "07:00", "15:00", "07:00"],
    ["at seven", "11:00", "22:00", "19:00"],
    ["at eight", "08:00", "17:00", "08:00"],
    ["at eight", "16:00", "23:00", "20:00"],
    ["at 11:30", "17:00", "23:59", "23:30"],
    ["at eight in the morning", "16:00", "23:00", "08:00"],
    ["at 08:15", "16:00", "23:00", "08:15"],
  ])("%s, open %s to %s, is %s", (text, from, to, expected) => {
    expect(at(text, from, to)).toBe(expected);
  });

  test("today, what has passed is not meant", () => {
    const open = { from: "08:00", to: "22:00" };
    const evening = { ...FRIDAY, now: "2019-03-01T14:00", locale: "en", open } as const;
    expect(understandWhen("today at 9", evening).time).toBe("21:00");
    expect(understandWhen("tomorrow at 9", evening).time).toBe("09:00");
  });
});

describe("the days on which the clocks change", () => {
  const on = (text: string, now: string, timeZone = "America/Toronto") =>
    inZone(understandWhen(text, { locale: "en", now }), { now, timeZone });

  test("hours counted from now are real hours when the clocks go forward", () => {
    expect(on("in three hours", "2019-03-09T23:30")).toMatchObject({ date: "2019-03-10", time: "03:30" });
    expect(on("in 2 hours", "2019-03-10T01:15")).toMatchObject({ date: "2019-03-10", time: "04:15" });
  });

  test("and when they go back", () => {
    expect(on("in three hours", "2019-11-02T23:30")).toMatchObject({ date: "2019-11-03", time: "01:30" });
  });

  test("but not where they do not change", () => {
    expect(on("in three hours", "2019-03-09T23:30", "America/Regina")).toMatchObject({ time: "02:30" });
  });

  test("days counted from now stay days", () => {
    expect(on("tomorrow at 4 pm", "2019-03-09T12:00")).toMatchObject({ date: "2019-03-10", time: "16:00" });
    expect(on("in two weeks", "2019-03-09T23:30").date).toBe("2019-03-23");
  });

  test("the answer of a day and an hour on which nothing changes stays as it is", () => {
    const [now, timeZone] = ["2019-03-01T09:00", "America/Toronto"];
    for (const text of ["tomorrow at 4 pm", "in two hours", "next week", "monday", "a large pizza"]) {
      const when = understandWhen(text, { locale: "en", now });
      expect(inZone(when, { now, timeZone })).toEqual(when);
    }
  });

  test("a zone that does not exist is refused", () => {
    expect(() => on("tomorrow at 4 pm", "2019-03-01T09:00", "Mars/Olympus")).toThrow(RangeError);
  });

  test("a time that does not come, or comes twice, says so", () => {
    expect(on("march 10th at 2:30 am", "2019-03-01T09:00").clocks).toBe("skipped");
    expect(on("november 3rd at 1:30 am", "2019-03-01T09:00").clocks).toBe("repeated");
    expect(on("march 10th at 2:30 pm", "2019-03-01T09:00").clocks).toBeUndefined();
  });
});

describe("the part of the day that was said", () => {
  test.each([
    ["friday morning", "en", "morning", "06:00", "12:00"],
    ["lundi après-midi", "fr", "afternoon", "12:00", "18:00"],
    ["tomorrow evening", "en", "evening", "17:00", "22:00"],
    ["friday night", "en", "night", "19:00", "23:59"],
    ["jeudi sur l'heure du midi", "fr", "midday", "11:30", "13:30"],
    ["monday first thing", "en", "open", "09:00", "10:00"],
    ["lundi en fin de journée", "fr", "close", "16:00", "18:00"],
  ] as const)("%s", (text, locale, part, from, to) => {
    expect(say(text, locale)).toMatchObject({ time: null, part, timeRange: { from, to } });
  });

  test.each([
    "friday morning at ten",
    "friday",
    "between two and four in the afternoon",
    "not in the morning",
  ])("is not told of %s", (text) => {
    expect(say(text, "en").part).toBeUndefined();
  });
});

describe("how sure it is", () => {
  test("said in full is surest, nothing understood is 0", () => {
    expect(say("march 5th at 3 pm", "en").confidence).toBeGreaterThan(0.95);
    expect(say("march 5th at 3", "en").confidence).toBeLessThan(0.9);
    expect(say("a large pizza", "en").confidence).toBe(0);
  });

  test("a choice left open, or a contradiction, is never an answer", () => {
    for (const text of ["monday or tuesday", "tuesday march 6th"]) {
      const when = say(text, "en");
      expect(when.date).toBeNull();
      expect(when.ambiguous?.length).toBe(2);
      expect(when.confidence).toBeLessThan(0.5);
    }
  });

  test("what was ruled out is named", () => {
    expect(say("not the 5th but the 6th", "en")).toMatchObject({
      date: "2019-03-06",
      excluded: [{ date: "2019-03-05" }],
    });
    expect(say("jeudi je peux pas", "fr")).toMatchObject({
      date: null,
      excluded: [{ date: "2019-03-07" }],
    });
  });
});

test.each([
  [{ now: "yesterday" }, /now/],
  [{ now: "2019-13-01T09:00" }, /now/],
  [{ open: { from: "nine", to: "18:00" } }, /open/],
])("RangeError for %j", (wrong, message) => {
  expect(() => understandWhen("demain", { ...FRIDAY, locale: "fr", ...wrong })).toThrow(message);
});
