import { describe, expect, test } from "vitest";
import { advance } from "../../../functions/domain/conversation/dialogue/dialogue.ts";
import { open } from "../../../functions/domain/conversation/dialogue/opening.ts";
import type { DialogueMerchant, Turn } from "../../../functions/domain/conversation/dialogue/types.ts";
import type { Locale } from "../../../functions/domain/shared/schemas.ts";
import { pizzeria } from "./menus.ts";

/** A Thursday morning in Montréal. */
const merchant = (locale: Locale): DialogueMerchant => ({
  name: "Luigi",
  locale,
  currency: "CAD",
  catalog: pizzeria,
  taxes: [],
  canOrder: true,
  canTakePayment: true,
  transferPhone: null,
  now: "2026-11-26T09:00",
});

/** A call that asks for an appointment by key and gives a name, then says these one after the other. */
function call(locale: Locale, ...said: (string | null)[]): { said: string; turn: Turn }[] {
  let turn = open(merchant(locale), { number: "+15145550199" });
  return ["2", "Marie", ...said].map((text) => {
    const input =
      text === null
        ? ({ kind: "silence" } as const)
        : /^\d$/.test(text)
          ? ({ kind: "digits", digits: text } as const)
          : ({ kind: "speech", text } as const);
    turn = advance(turn.state, input, merchant(locale));
    return { said: turn.reply.say.map((one) => one.text).join(" "), turn };
  });
}
const request = (turns: ReturnType<typeof call>) =>
  turns.at(-1)?.turn.effects.find(({ kind }) => kind === "request_callback");

describe("when a call back suits", () => {
  test.each<[Locale, string[], string, object]>([
    ["en", ["tomorrow at three"], "Friday, November 27 at 3 PM", { date: "2026-11-27", time: "15:00" }],
    ["fr", ["mardi à midi"], "mardi 1er décembre à midi", { date: "2026-12-01", time: "12:00" }],
    [
      "fr",
      ["mercredi prochain vers trois heures et quart"],
      "mercredi 2 décembre à 15 h 15",
      { date: "2026-12-02", time: "15:15" },
    ],
    [
      "en",
      ["friday", "around half past two"],
      "Friday, November 27 at 2:30 PM",
      { date: "2026-11-27", time: "14:30" },
    ],
    ["en", ["at four", "tomorrow"], "Friday, November 27 at 4 PM", { date: "2026-11-27", time: "16:00" }],
    ["en", ["friday morning"], "Friday, November 27 in the morning", { date: "2026-11-27" }],
    ["fr", ["demain en fin d'après-midi"], "vendredi 27 novembre entre 16 h et 18 h", { date: "2026-11-27" }],
    ["en", ["friday or saturday", "saturday"], "Saturday, November 28", { date: "2026-11-28" }],
  ])("%s %j is read back, confirmed and kept", (locale, said, read, kept) => {
    const turns = call(locale, ...said, locale === "fr" ? "oui" : "yes");
    expect(turns.at(-2)?.said).toContain(read);
    expect(request(turns)).toEqual({
      kind: "request_callback",
      phone: "+15145550199",
      name: "Marie",
      preferred: read,
      ...kept,
    });
  });

  test("what is missing is asked for, once", () => {
    expect(call("en", "friday").at(-1)?.said).toBe("What time on Friday, November 27?");
    expect(call("fr", "à quatre heures").at(-1)?.said).toBe("Quel jour, à 16 h ?");
    expect(call("en", "friday", "any time").at(-1)?.said).toContain(
      "So, Friday, November 27. Is that right?",
    );
  });

  test("two that were named are asked about", () => {
    expect(call("en", "friday or saturday").at(-1)?.said).toBe(
      "Which one: Friday, November 27 or Saturday, November 28?",
    );
  });

  test("a correction changes what it names and is read back again", () => {
    const turns = call("en", "friday at two", "no saturday", "actually at three", "yes");
    expect(turns.map(({ said }) => said).slice(2, 5)).toEqual([
      expect.stringContaining("Friday, November 27 at 2 PM"),
      expect.stringContaining("Saturday, November 28 at 2 PM"),
      expect.stringContaining("Saturday, November 28 at 3 PM"),
    ]);
    expect(request(turns)).toMatchObject({ date: "2026-11-28", time: "15:00" });
  });

  test("no, by voice or by key, asks anew", () => {
    for (const no of ["no", "2"]) {
      const turns = call("en", "friday at two", no);
      expect(turns.at(-1)?.said).toContain("When would suit you?");
      expect(turns.at(-1)?.turn.state.callback).toEqual({ name: "Marie" });
    }
  });

  test("what nobody confirmed is kept in the caller's words only", () => {
    const turns = call("en", "friday at two", null, null, null);
    expect(request(turns)).toEqual({
      kind: "request_callback",
      phone: "+15145550199",
      name: "Marie",
      preferred: "friday at two",
    });
  });

  test("words that name no time are asked again once, then kept", () => {
    const turns = call("en", "blah blah", "when the kids are asleep");
    expect(turns.at(-2)?.said).toContain("Sorry, press 1");
    expect(request(turns)).toMatchObject({ preferred: "when the kids are asleep" });
  });

  test.each(["as soon as possible", "next week", "whenever you can"])("%s is good as it is said", (said) => {
    expect(request(call("en", said))).toEqual({
      kind: "request_callback",
      phone: "+15145550199",
      name: "Marie",
      preferred: said,
    });
  });
});
