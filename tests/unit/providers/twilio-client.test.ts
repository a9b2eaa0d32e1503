import { describe, expect, test } from "vitest";
import { ProviderError } from "../../../functions/platform/errors.ts";
import { createHttpClient } from "../../../functions/platform/http.ts";
import { createTwilioClient } from "../../../functions/providers/twilio/client.ts";
import { fetchRecording } from "../../../functions/providers/twilio/recordings.ts";
import { OPTED_OUT } from "../../../functions/providers/twilio/sms-errors.ts";
import { json, refusedUrl, reset, serve, silent } from "./support/server.ts";

const account = { accountSid: "AC1", authToken: "secret" };
const sms = {
  to: "+15145550199",
  from: "+15145550100",
  body: "Bonjour é",
  statusCallback: "https://x/s#rc=2",
};
const client = (apiBaseUrl: string) =>
  createTwilioClient({ ...account, apiBaseUrl, http: createHttpClient("twilio", { timeoutMs: 150 }) });
const failure = (fields: Partial<ProviderError>) =>
  expect.objectContaining({ name: ProviderError.name, provider: "twilio", ...fields });
const sent = (body: string) => Object.fromEntries(new URLSearchParams(body));

describe("sending a text", () => {
  test("is the request Twilio documents, below the prefix of the address", async () => {
    await using server = await serve(json(201, { sid: "SM1", status: "queued" }));
    expect(await client(`${server.url}/prefix/`).sendSms(sms)).toEqual({ sid: "SM1", status: "queued" });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: "POST", path: "/prefix/2010-04-01/Accounts/AC1/Messages.json" });
    expect(seen?.headers.authorization).toBe(`Basic ${btoa("AC1:secret")}`);
    expect(sent(seen?.body ?? "")).toEqual({
      To: sms.to,
      From: sms.from,
      Body: sms.body,
      StatusCallback: sms.statusCallback,
    });
  });

  const optedOut = { code: 21610, message: "Attempt to send to unsubscribed recipient", status: 400 };
  test.each([
    ["STOP", json(400, optedOut), { kind: "permanent", providerCode: OPTED_OUT, status: 400 }],
    [
      "bad credentials",
      json(401, { code: 20003, message: "Authenticate" }),
      { kind: "permanent", status: 401 },
    ],
    ["too many", json(429, { code: 20429 }, { "retry-after": "3" }), { kind: "retry", retryAfter: 3 }],
    ["their fault", json(500, {}), { kind: "unknown", status: 500 }],
    ["an answer that cannot be read", json(201, { nothing: true }), { kind: "unknown", status: 201 }],
    ["no answer in time", silent, { kind: "unknown" }],
    ["a line cut after sending", reset, { kind: "unknown" }],
  ] as const)("%s", async (_, answer, expected) => {
    await using server = await serve(answer);
    await expect(client(server.url).sendSms(sms)).rejects.toEqual(failure(expected));
    expect(server.seen).toHaveLength(1);
  });

  test("nobody there: certainly not sent", async () => {
    await expect(client(await refusedUrl()).sendSms(sms)).rejects.toEqual(failure({ kind: "retry" }));
  });
});

describe("finding out whether a text was sent", () => {
  const listed = (change: object) => ({
    sid: "SM1",
    status: "sent",
    body: sms.body,
    direction: "outbound-api",
    date_created: "Sat, 21 Nov 2026 15:00:01 +0000",
    ...change,
  });
  const trace = { ...sms, sentAfter: "2026-11-21T15:00:01.900Z" };

  test("asks for both numbers and finds the same words sent since", async () => {
    await using server = await serve(
      json(200, { messages: [listed({ sid: "SM0", body: "other" }), listed({})] }),
    );
    expect(await client(server.url).findSms(trace)).toEqual({ sid: "SM1", status: "sent" });
    const { searchParams } = new URL(server.seen[0]?.path ?? "", server.url);
    expect(Object.fromEntries(searchParams)).toMatchObject({ To: sms.to, From: sms.from });
  });

  test.each([
    ["other words", listed({ body: "Bonjour e" })],
    ["sent long before", listed({ date_created: "Sat, 21 Nov 2026 14:00:00 +0000" })],
    ["received, not sent", listed({ direction: "inbound" })],
    ["without a time", listed({ date_created: null })],
    ["known to be another of ours", listed({ sid: "SM9" })],
  ])("is not fooled by one that is %s", async (_, message) => {
    await using server = await serve(json(200, { messages: [message] }));
    expect(await client(server.url).findSms({ ...trace, notSids: ["SM9"] })).toBeNull();
  });

  test("a time-out while asking is simply asked again", async () => {
    await using server = await serve(silent);
    await expect(client(server.url).findSms(trace)).rejects.toEqual(failure({ kind: "retry" }));
  });
});

describe("calls that ended", () => {
  const since = new Date("2026-11-21T15:00:00.400Z");
  const call = (sid: string, change: object = {}) => ({
    ...{ sid, status: "completed", direction: "inbound", from: "+15145550199", to: "+15145550100" },
    start_time: "Sat, 21 Nov 2026 15:00:01 +0000",
    end_time: "Sat, 21 Nov 2026 15:00:09 +0000",
    ...change,
  });
  const next = "/2010-04-01/Accounts/AC1/Calls.json?PageSize=1000&Page=1&PageToken=PA1";

  test("are asked for from a time on, and told with who rang whom", async () => {
    await using server = await serve(json(200, { calls: [call("CA1")], next_page_uri: null }));
    expect(await client(server.url).listEndedCalls(since)).toEqual([
      { callSid: "CA1", from: "+15145550199", to: "+15145550100", endedAt: "2026-11-21T15:00:09.000Z" },
    ]);
    const { pathname, searchParams } = new URL(server.seen[0]?.path ?? "", server.url);
    expect(pathname).toBe("/2010-04-01/Accounts/AC1/Calls.json");
    expect(Object.fromEntries(searchParams)).toEqual({ "StartTime>": since.toISOString(), PageSize: "1000" });
  });

  test.each([
    ["goes on", call("CA2", { end_time: null })],
    ["is one that we made", call("CA2", { direction: "outbound-dial" })],
    ["began before", call("CA2", { start_time: "Sat, 21 Nov 2026 14:59:59 +0000" })],
  ])("a call that %s is none of them", async (_, other) => {
    await using server = await serve(json(200, { calls: [other] }));
    expect(await client(server.url).listEndedCalls(since)).toEqual([]);
  });

  test("a caller who hides has no number", async () => {
    await using server = await serve(json(200, { calls: [call("CA1", { from: "+266696687" })] }));
    expect((await client(server.url).listEndedCalls(since))[0]?.from).toBeNull();
  });

  test("pages are followed while they are young enough, and not without end", async () => {
    await using endless = await serve(json(200, { calls: [call("CA1")], next_page_uri: next }));
    expect(await client(`${endless.url}/prefix`).listEndedCalls(since)).toHaveLength(5);
    expect(endless.seen.map(({ path }) => path).slice(1)).toEqual(Array(4).fill(`/prefix${next}`));

    const old = call("CA0", { start_time: "Sat, 21 Nov 2026 03:00:00 +0000" });
    await using enough = await serve(json(200, { calls: [call("CA1"), old], next_page_uri: next }));
    expect(await client(enough.url).listEndedCalls(since)).toHaveLength(1);
    expect(enough.seen).toHaveLength(1);
  });
});

describe("numbers", () => {
  const owned = { sid: "PN1", phone_number: "+15145550100", friendly_name: "callwaiting:m1" };
  const routes = {
    voiceUrl: "https://x/v",
    voiceFallbackUrl: "https://x/f",
    statusCallback: "https://x/s",
    smsUrl: "https://x/m",
    smsFallbackUrl: "https://x/mf",
  };

  test("are searched for by area, voice and SMS", async () => {
    const found = { phone_number: "+15145550100", locality: "Montréal", region: "QC" };
    await using server = await serve(json(200, { available_phone_numbers: [found, found, found] }));
    const numbers = await client(server.url).searchNumbers({ country: "CA", areaCode: "514", limit: 2 });
    expect(numbers).toEqual(
      Array(2).fill({ phoneNumber: "+15145550100", locality: "Montréal", region: "QC" }),
    );
    expect(server.seen[0]?.path).toBe(
      "/2010-04-01/Accounts/AC1/AvailablePhoneNumbers/CA/Local.json?AreaCode=514&VoiceEnabled=true&SmsEnabled=true&PageSize=2",
    );
  });

  test("are bought under our mark, and found by exactly that mark", async () => {
    await using shop = await serve(json(201, owned));
    const order = { phoneNumber: "+15145550100", friendlyName: "callwaiting:m1", ...routes };
    const bought = await client(shop.url).buyNumber(order);
    expect(bought).toEqual({ sid: "PN1", phoneNumber: "+15145550100", friendlyName: "callwaiting:m1" });
    expect(sent(shop.seen[0]?.body ?? "")).toMatchObject({
      PhoneNumber: "+15145550100",
      FriendlyName: "callwaiting:m1",
      VoiceUrl: "https://x/v",
      VoiceMethod: "POST",
      VoiceFallbackUrl: "https://x/f",
      SmsUrl: "https://x/m",
      StatusCallback: "https://x/s",
    });

    const others = [{ ...owned, sid: "PN0", friendly_name: "callwaiting:m12" }, owned];
    await using books = await serve(json(200, { incoming_phone_numbers: others }));
    expect((await client(books.url).findNumberByFriendlyName("callwaiting:m1"))?.sid).toBe("PN1");
    expect(await client(books.url).findNumberByFriendlyName("callwaiting:m3")).toBeNull();
  });

  test("that somebody else took are gone for good, under Twilio's code", async () => {
    await using server = await serve(json(400, { code: 21422, message: "not available" }));
    const order = { phoneNumber: "+15145550100", friendlyName: "m", ...routes };
    await expect(client(server.url).buyNumber(order)).rejects.toEqual(
      failure({ kind: "permanent", providerCode: "21422" }),
    );
  });

  test("are led elsewhere without touching the rest, and a time-out may be repeated", async () => {
    await using server = await serve(json(200, owned));
    await client(server.url).updateNumber("PN1", { voiceUrl: "https://y/v" });
    expect(sent(server.seen[0]?.body ?? "")).toEqual({ VoiceUrl: "https://y/v", VoiceMethod: "POST" });
    await using dead = await serve(silent);
    await expect(client(dead.url).updateNumber("PN1", {})).rejects.toEqual(failure({ kind: "retry" }));
  });

  test.each([204, 404])("are released once, %i", async (status) => {
    await using server = await serve((response) => response.writeHead(status).end());
    await client(server.url).releaseNumber("PN1");
    expect(server.seen[0]).toMatchObject({
      method: "DELETE",
      path: "/2010-04-01/Accounts/AC1/IncomingPhoneNumbers/PN1.json",
    });
  });

  test("that Twilio will not release are a failure", async () => {
    await using server = await serve(json(403, { code: 20003, message: "no" }));
    await expect(client(server.url).releaseNumber("PN1")).rejects.toEqual(failure({ kind: "permanent" }));
  });
});

test("health asks for the account itself", async () => {
  await using server = await serve(json(200, { sid: "AC1", status: "active" }));
  expect((await client(server.url).fetchAccount()).status).toBe("active");
  expect(server.seen[0]?.path).toBe("/2010-04-01/Accounts/AC1.json");
});

describe("a recording", () => {
  const access = (apiBaseUrl: string) => ({ ...account, apiBaseUrl, timeoutMs: 150 });

  test("comes as it is, byte for byte, from Twilio's address and no other", async () => {
    const audio = Buffer.from([0, 255, 128, 10, 13]);
    await using server = await serve((response) => response.writeHead(200).end(audio));
    const response = await fetchRecording(access(server.url), "RE1/../../x");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(audio);
    expect(server.seen[0]?.path).toBe("/2010-04-01/Accounts/AC1/Recordings/RE1%2F..%2F..%2Fx.mp3");
  });

  test.each([
    ["is gone", json(404, {}), { kind: "permanent", status: 404 }],
    ["is late", silent, { kind: "retry" }],
    ["fails", json(502, {}), { kind: "retry", status: 502 }],
  ] as const)("that %s", async (_, answer, expected) => {
    await using server = await serve(answer);
    await expect(fetchRecording(access(server.url), "RE1")).rejects.toEqual(failure(expected));
  });
});
