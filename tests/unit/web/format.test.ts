import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insideApp } from "../../../web/src/app/inside-app.ts";
import { formatMoney, formatRate, toCents } from "../../../web/src/format/money.ts";
import { formatPhone, toE164 } from "../../../web/src/format/phone.ts";
import { dayOf, formatAppointment, formatDuration, formatMoment } from "../../../web/src/format/time.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("money", () => {
  test("is written as each language does", () => {
    expect(plain(formatMoney(123_450, "cad", "en"))).toBe("$1,234.50");
    expect(plain(formatMoney(123_450, "cad", "fr"))).toBe("1 234,50 $");
    expect(plain(formatRate(99_750, "fr"))).toBe("9,975 %");
  });

  test.each([
    ["12.50", 1250],
    ["12,50", 1250],
    ["12,5", 1250],
    ["12,", 1200],
    ["12", 1200],
    ["1 234,50 $", 123_450],
    ["$1,234.50", 123_450],
    ["1.234,50", 123_450],
    ["1,234", 123_400],
    ["-1.5", -150],
    ["0", 0],
    ["", null],
    ["abc", null],
    ["12.50.", null],
    ["1e3", null],
    ["99999999999", null],
  ])("%j is %j cents", (typed, cents) => {
    expect(toCents(typed)).toBe(cents);
  });

  test("every amount survives being shown and typed again", () => {
    const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.constantFrom("en" as const, "fr" as const), (amount, locale) => {
        expect(toCents(formatMoney(amount, "cad", locale))).toBe(amount);
      }),
    );
  });
});

describe("telephone numbers", () => {
  test.each([
    ["514 555-0100", "+15145550100"],
    ["(514) 555-0100", "+15145550100"],
    ["1-514-555-0100", "+15145550100"],
    ["+33 1 23 45 67 89", "+33123456789"],
    ["555-0100", null],
    ["114 555-0100", null],
    ["514 055-0100", null],
    ["514-555-CALL", null],
    ["", null],
  ])("%j is %j", (typed, e164) => {
    expect(toE164(typed)).toBe(e164);
  });

  test("what is shown can be typed back", () => {
    expect(toE164(formatPhone("+14385550199"))).toBe("+14385550199");
    expect(formatPhone("+33123456789")).toBe("+33123456789");
  });
});

describe("moments", () => {
  test("the day is the merchant's, not the browser's", () => {
    expect(dayOf("2026-11-21T03:00:00Z", "America/Toronto")).toBe("2026-11-20");
    expect(dayOf("2026-11-21T03:00:00Z", "Europe/Paris")).toBe("2026-11-21");
  });

  test("today has no date, another day has one", () => {
    const zone = { locale: "en", timeZone: "America/Toronto" } as const;
    const now = Date.parse("2026-11-21T20:00:00Z");
    expect(plain(formatMoment("2026-11-21T19:05:00Z", zone, now))).toBe("2:05 p.m.");
    expect(plain(formatMoment("2026-11-20T19:05:00Z", zone, now))).toContain("Nov");
  });

  test.each([
    [0, "0:00"],
    [65, "1:05"],
    [3_725, "1:02:05"],
    [-3, "0:00"],
  ])("%i seconds last %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

test.each([
  ["/orders?status=paid", "/orders?status=paid"],
  ["//evil.example", undefined],
  ["/\\evil.example", undefined],
  ["https://evil.example", undefined],
  [undefined, undefined],
])("after signing in, %j leads to %j", (next, path) => {
  expect(insideApp(next)).toBe(path);
});

test("the day and hour of a call back are the business's own, in the reader's language", () => {
  expect(plain(formatAppointment("2026-11-27", "15:30:00", "en"))).toBe("Friday, November 27 at 3:30 p.m.");
  expect(plain(formatAppointment("2026-11-27", "15:30:00", "fr"))).toBe("vendredi 27 novembre à 15 h 30");
});
