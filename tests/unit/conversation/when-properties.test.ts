import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, casesOf, say } from "./when-fixtures.ts";

const locales = fc.constantFrom("en" as const, "fr" as const);

/** The 400 days from the day of the tables on, each of which can be spoken of without its year but the last ones. */
const days = fc.integer({ min: 1, max: 360 }).map((ahead) => new Date(Date.UTC(2019, 2, 1 + ahead)));
const minutes = fc.integer({ min: 0, max: 1439 });

const iso = (day: Date): string => day.toISOString().slice(0, 10);
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;

const ENGLISH =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const FRENCH =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const tens = (words: string[], names: string[], and: string) => (value: number) => {
  if (value < 20) return words[value] ?? "";
  const [ten, unit] = [names[Math.floor(value / 10)] ?? "", value % 10];
  return unit === 0 ? ten : `${ten}${unit === 1 ? and : "-"}${words[unit]}`;
};
const inEnglish = tens(ENGLISH, ["", "", "twenty", "thirty", "forty", "fifty"], "-");
const inFrench = tens(FRENCH, ["", "", "vingt", "trente", "quarante", "cinquante"], " et ");

const spoken = {
  en: (at: number) => {
    const [hour, minute] = [Math.floor(at / 60) % 12 || 12, at % 60];
    const past = minute === 0 ? "" : minute < 10 ? ` oh ${inEnglish(minute)}` : ` ${inEnglish(minute)}`;
    return `${inEnglish(hour)}${past} ${at < 720 ? "am" : "pm"}`;
  },
  fr: (at: number) => {
    const [hour, minute] = [Math.floor(at / 60), at % 60];
    // "Une heure" to "onze heures" are also the afternoon's: only the day's part makes them sure.
    const half = hour > 0 && hour < 12 ? " du matin" : "";
    const hours = hour === 1 || hour === 21 ? inFrench(hour).replace(/un$/, "une") : inFrench(hour);
    return `${hours} heure${hour > 1 ? "s" : ""}${minute === 0 ? "" : ` ${inFrench(minute)}`}${half}`;
  },
};

describe("what is formatted is understood again", () => {
  test("days, written as each language writes them", () => {
    fc.assert(
      fc.property(days, locales, fc.boolean(), (day, locale, named) => {
        const text = new Intl.DateTimeFormat(`${locale}-CA`, {
          timeZone: "UTC",
          day: "numeric",
          month: "long",
          ...(named ? { weekday: "long", year: "numeric" } : {}),
        }).format(day);
        expect(say(text, locale).date).toBe(iso(day));
      }),
      { numRuns: 400 },
    );
  });

  test("times, in digits and in words, on their own and with a day", () => {
    fc.assert(
      fc.property(minutes, locales, days, (at, locale, day) => {
        const digits = new Intl.DateTimeFormat(`${locale}-CA`, { timeZone: "UTC", timeStyle: "short" });
        const written = digits.format(new Date(at * 60_000));
        const sure = locale === "en" || at >= 720 ? written : `${written} du matin`;
        expect(say(sure, locale).time).toBe(clock(at));
        const words = spoken[locale](at);
        expect(say(words, locale).time).toBe(clock(at));
        const date = `${day.getUTCDate()} ${day.toLocaleString(locale, { month: "long", timeZone: "UTC" })}`;
        const both = locale === "fr" ? `le ${date} à ${words}` : `${date} at ${words}`;
        expect(say(both, locale)).toMatchObject({ date: iso(day), time: clock(at) });
      }),
      { numRuns: 600 },
    );
  });

  test("ISO dates and 24-hour times", () => {
    fc.assert(
      fc.property(days, minutes, locales, (day, at, locale) => {
        const when = say(`${iso(day)} ${clock(at)}`, locale);
        expect(when.date).toBe(iso(day));
        // On a twelve-hour clock "10:30" may be the evening's; "22:30" and "09:30" say which.
        if (at >= 780 || at < 600) expect(when.time).toBe(clock(at));
      }),
    );
  });
});

const FILLERS = { en: ["um", "uh,", "like", "well", "please"], fr: ["euh", "euh,", "ben", "genre", "là"] };

describe.each(["en", "fr"] as const)("a filler changes nothing in %s", (locale) => {
  const cases = casesOf(locale).filter(({ text }) => text.includes(" "));
  test("wherever it stands between two words", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.constantFrom(...FILLERS[locale]),
        fc.nat(),
        (one, filler, place) => {
          const words = one.text.split(" ");
          const at = place % (words.length + 1);
          // Digits that belong to one number ("15 h 45") are not parted by a hesitation.
          if (/^\d/.test(words[at] ?? "") || /\d|^h$/.test(words[at - 1] ?? "")) return;
          const filled = [...words.slice(0, at), filler, ...words.slice(at)].join(" ");
          expect(answer(one, locale, filled)).toEqual(answer(one, locale));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("any text gets an answer", () => {
  const pieces = fc.constantFrom(
    ..."le the at à 5 31st moins quarter past half et demie pm next week mardi en huit in two . , - 12:30 99 noon no not or from to between march le 3 premier of :".split(
      " ",
    ),
  );
  const check = (text: string, locale: "en" | "fr", asked: string) => {
    const when = say(text, locale, asked);
    if (when.date !== null) expect(when.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    if (when.time !== null) expect(when.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    expect(when.confidence).toBeGreaterThanOrEqual(0);
    expect(when.confidence).toBeLessThanOrEqual(1);
  };

  test("of any characters", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), locales, fc.string(), check));
  });

  test("of the grammar's own words in any order", () => {
    const salad = fc.array(pieces, { maxLength: 25 }).map((words) => words.join(" "));
    fc.assert(fc.property(salad, locales, salad, check), { numRuns: 2000 });
  });

  test.each([
    "",
    "   ",
    "🙂🙂 📅",
    "明日の三時",
    "завтра в три",
    "غداً",
    "١٢:٣٠",
    "\u0000",
    "1".repeat(10_000),
  ])("%j", (text) => {
    expect(() => say(text, "en")).not.toThrow();
    expect(say(text, "fr").date).toBeNull();
  });

  test("an emoji beside it changes nothing", () => {
    expect(say("📅 tomorrow 🙂 at 3️⃣ pm 🎉", "en")).toMatchObject({ date: "2019-03-02", time: "15:00" });
  });
});
