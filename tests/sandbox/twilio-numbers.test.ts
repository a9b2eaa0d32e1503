import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isValidPhoneNumber } from "libphonenumber-js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_SID, startTwilio, type TwilioWorld } from "./twilio-world.ts";

let world: TwilioWorld;
beforeAll(async () => {
  world = await startTwilio();
});
afterAll(() => world.close());
beforeEach(() => world.twilio.reset("everything"));

type Offer = { phone_number: string; region: string; iso_country: string };
const search = async (query: string, kind = "CA/Local") => {
  const { body } = await world.rest("GET", `/AvailablePhoneNumbers/${kind}.json?${query}`);
  return body.available_phone_numbers as Offer[];
};
const buy = (form: Record<string, string>) => world.rest("POST", "/IncomingPhoneNumbers.json", form);

describe("numbers on offer", () => {
  test("are valid, in the country asked for, and the same each time", async () => {
    const offers = await search("PageSize=20");
    expect(offers).toHaveLength(20);
    expect(
      offers.every((offer) => isValidPhoneNumber(offer.phone_number) && offer.iso_country === "CA"),
    ).toBe(true);
    expect(await search("PageSize=20")).toEqual(offers);
  });

  test.each([
    ["AreaCode=418", (offer: Offer) => offer.phone_number.startsWith("+1418")],
    ["InRegion=QC", (offer: Offer) => offer.region === "QC"],
    ["Contains=0142", (offer: Offer) => offer.phone_number.includes("0142")],
    ["Contains=514***01", (offer: Offer) => /^\+1514\d{3}01/.test(offer.phone_number)],
  ])("%s is honoured", async (query, fits) => {
    const offers = await search(query);
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.every(fits)).toBe(true);
  });

  test("include toll-free ones, but no mobile ones", async () => {
    expect((await search("", "US/TollFree"))[0]?.phone_number).toMatch(/^\+18/);
    expect((await world.rest("GET", "/AvailablePhoneNumbers/CA/Mobile.json")).body.code).toBe(20404);
  });
});

describe("a bought number", () => {
  test("is ours, configured, no longer on offer, and can be given back", async () => {
    const [offer] = await search("AreaCode=514&PageSize=1");
    const PhoneNumber = offer?.phone_number ?? "";
    const bought = await buy({
      PhoneNumber,
      VoiceUrl: "https://a.example/voice#rc=2",
      FriendlyName: "Chez Lise",
    });
    expect(bought.status).toBe(201);
    expect(bought.body).toMatchObject({
      phone_number: PhoneNumber,
      voice_url: "https://a.example/voice#rc=2",
      voice_method: "POST",
    });
    expect((await buy({ PhoneNumber })).body.code).toBe(21422);
    expect((await search("AreaCode=514")).map((other) => other.phone_number)).not.toContain(PhoneNumber);

    const path = `/IncomingPhoneNumbers/${bought.body.sid}.json`;
    const updated = await world.rest("POST", path, { SmsUrl: "https://a.example/sms", SmsMethod: "GET" });
    expect(updated.body).toMatchObject({
      sms_url: "https://a.example/sms",
      sms_method: "GET",
      friendly_name: "Chez Lise",
    });
    const listed = await world.rest("GET", "/IncomingPhoneNumbers.json?FriendlyName=Chez%20Lise");
    expect(listed.body.incoming_phone_numbers).toHaveLength(1);
    expect(
      (await world.rest("GET", "/IncomingPhoneNumbers.json?FriendlyName=x")).body.incoming_phone_numbers,
    ).toEqual([]);

    expect((await world.rest("DELETE", path)).status).toBe(204);
    expect((await world.rest("GET", path)).body.code).toBe(20404);
    expect((await buy({ PhoneNumber })).status).toBe(201);
  });

  test.each([
    [{ PhoneNumber: "+15005550000" }, 21422],
    [{ PhoneNumber: "+15005550001" }, 21421],
    [{ PhoneNumber: "+15142345678" }, 21422],
    [{ AreaCode: "999" }, 21452],
    [{ AreaCode: "514", VoiceUrl: "voice" }, 21402],
    [{ AreaCode: "514", SmsMethod: "PUT" }, 21503],
  ])("cannot be had with %o", async (form, code) => {
    expect((await buy(form as Record<string, string>)).body).toMatchObject({ code, status: 400 });
    expect(world.twilio.numbers()).toEqual([]);
  });

  test("survives a restart, with the messages that were sent", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "callwaiting-twilio-"));
    try {
      const before = await startTwilio({ dataDir });
      const { body } = await before.rest("POST", "/IncomingPhoneNumbers.json", { AreaCode: "514" });
      await before.rest("POST", "/Messages.json", {
        To: "+15145550199",
        From: body.phone_number,
        Body: "hello",
      });
      // Not closed: as when the process is killed.
      const after = await startTwilio({ dataDir });
      expect(after.twilio.numbers().map((number) => number.sid)).toEqual([body.sid]);
      expect(after.twilio.sms.list().map((message) => message.body)).toEqual(["hello"]);
      await Promise.all([before.close(), after.close()]);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe("the account", () => {
  test("answers its owner, and nobody else", async () => {
    const found = await world.rest("GET", ".json");
    expect(found.body).toMatchObject({ sid: ACCOUNT_SID, status: "active" });
    const refused = await world.rest("GET", ".json", undefined, `${ACCOUNT_SID}:wrong`);
    expect(refused.body).toMatchObject({ code: 20003, status: 401 });
    expect((await world.rest("GET", "/Nothing.json")).body).toMatchObject({ code: 20404, status: 404 });
  });
});
