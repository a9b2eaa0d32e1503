import { describe, expect, test } from "vitest";
import {
  createMerchantContract,
  type Merchant,
  updateMerchantContract,
} from "../../../functions/domain/merchants/contracts.ts";
import { partOfDay } from "../../../web/src/pages/live/part-of-day.ts";
import { countToday, paidToday } from "../../../web/src/pages/live/today.ts";
import { emptyProfile, profileBody, profileDraft } from "../../../web/src/pages/profile/draft.ts";
import { presetOf, presetTaxes, taxPresets, toPpm, withTaxes } from "../../../web/src/pages/profile/taxes.ts";

describe("the profile form", () => {
  test("makes what the API takes for a new merchant", () => {
    const draft = {
      ...emptyProfile("fr", "a@b.ca", "America/Toronto"),
      name: " Chez Ginette ",
      alertPhone: "514 555-0123",
    };
    const body = createMerchantContract.body.parse(profileBody(draft));
    expect(body).toMatchObject({
      name: "Chez Ginette",
      alertPhone: "+15145550123",
      transferPhone: null,
      taxes: [
        { name: "TPS", ratePpm: 50_000 },
        { name: "TVQ", ratePpm: 99_750 },
      ],
    });
  });

  test("saved unchanged, changes nothing", () => {
    const merchant: Merchant = {
      id: "0197c0de-0000-7000-8000-000000000001",
      name: "A",
      vertical: "salon",
      locale: "en",
      timeZone: "America/Halifax",
      currency: "cad",
      country: "CA",
      transferPhone: "+19025550100",
      alertEmail: null,
      alertPhone: null,
      taxes: [{ name: "Odd tax", ratePpm: 12_345 }],
      hoursText: null,
      paymentExpiryMinutes: 60,
      status: "active",
      createdAt: "2026-11-21T12:00:00Z",
    };
    const body = updateMerchantContract.body.parse(profileBody(profileDraft(merchant)));
    expect(merchant).toMatchObject(body);
  });
});

describe("taxes", () => {
  test.each(taxPresets.map(({ id }) => id))("%s is recognised again in both languages", (id) => {
    for (const locale of ["en", "fr"] as const) {
      const found = presetOf(presetTaxes(id, locale));
      expect(presetTaxes(found, locale)).toEqual(presetTaxes(id, locale));
    }
  });

  test("none and one's own are told apart", () => {
    expect(presetOf([])).toBe("none");
    expect(presetOf([{ name: "TPS", ratePpm: 50_001 }])).toBe("custom");
  });

  test("in Québec 20.00 costs 23.00: each tax is on the subtotal and rounded by itself", () => {
    expect(withTaxes(2000, presetTaxes("QC", "fr"))).toBe(2300);
    expect(withTaxes(995, presetTaxes("QC", "fr"))).toBe(995 + 50 + 99);
  });

  test("a rate survives the way through the form", () => {
    expect(toPpm(99_750 / 10_000)).toBe(99_750);
  });
});

describe("today's numbers", () => {
  const now = Date.parse("2026-11-21T04:30:00Z");
  const timeZone = "America/Toronto";

  test("today is the merchant's: late at night it is still yesterday in UTC", () => {
    const times = ["2026-11-21T04:00:00Z", "2026-11-20T05:30:00Z", "2026-11-20T04:30:00Z"];
    expect(countToday(times, { timeZone, now, isCut: false })).toEqual({ value: 2, isMore: false });
  });

  test("a cut-off list that is all of today means `or more`", () => {
    const times = ["2026-11-21T04:00:00Z"];
    expect(countToday(times, { timeZone, now, isCut: true }).isMore).toBe(true);
  });

  test("what was given back does not count as paid", () => {
    const orders = [
      { paidAt: "2026-11-21T04:00:00Z", totalCents: 5000, refundedCents: 1000 },
      { paidAt: null, totalCents: 900, refundedCents: 0 },
      { paidAt: "2026-11-19T04:00:00Z", totalCents: 700, refundedCents: 0 },
    ];
    expect(paidToday(orders, { timeZone, now })).toBe(4000);
  });

  test.each([
    ["2026-11-21T13:00:00Z", "morning"],
    ["2026-11-21T19:00:00Z", "afternoon"],
    ["2026-11-22T01:00:00Z", "evening"],
    ["2026-11-21T05:00:00Z", "evening"],
  ])("%s is %s in Toronto", (time, part) => {
    expect(partOfDay(Date.parse(time), timeZone)).toBe(part);
  });
});
