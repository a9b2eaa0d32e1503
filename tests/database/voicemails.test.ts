import { afterAll, beforeAll, expect, test } from "vitest";
import { callback, voicemail } from "../../functions/domain/calls/contracts.ts";
import { pageOf } from "../../functions/domain/shared/schemas.ts";
import { callLog } from "../../functions/store/calls.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { openShop, ring, type Shop, turnRecord, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const log = () => callLog(shop.owner.db, shop.id);
const STRANGE = "0192f0c1-0000-7000-8000-000000000009";

function recordingOf(callSid: string) {
  const recordingSid = `RE${callSid}`;
  const url = "https://api.twilio.com/recording";
  return {
    recorded: (eventId = `${recordingSid}:done`) =>
      shop.calls.applyRecording({ callSid, recordingSid, url, durationSeconds: 7, eventId }),
    transcribed: (text: string | null = "call me", eventId = `${recordingSid}:text`) =>
      shop.calls.applyTranscription({ callSid, recordingSid, text, eventId }),
  };
}

test.each([
  ["the recording first", ["recorded", "transcribed"]],
  ["the transcript first", ["transcribed", "recorded"]],
  ["each twice", ["transcribed", "recorded", "recorded", "transcribed"]],
] as const)("a voicemail is whole, and told of once: %s", async (_order, steps) => {
  const call = await ring(shop);
  const recording = recordingOf(call.callSid);
  const told: string[] = [];
  for (const step of steps) told.push(...types((await recording[step]()).events));
  expect(told).toEqual(["voicemail.received"]);
  const { voicemails, outcome } = await log().get(call.id);
  expect(voicemails).toMatchObject([
    { transcription: "call me", durationSeconds: 7, ready: true, from: call.from },
  ]);
  expect(outcome).toBe("message");
});

test("both at once do not wait for each other for ever", async () => {
  for (let round = 0; round < 8; round++) {
    const call = await ring(shop);
    const recording = recordingOf(call.callSid);
    const both = await Promise.all([
      recording.transcribed(),
      recording.recorded(),
      recording.transcribed(null, "b"),
    ]);
    expect(both.map(({ outcome }) => outcome)).not.toContain("unknown_call");
    expect((await log().get(call.id)).voicemails).toHaveLength(1);
  }
});

test("a recording that comes after a hang-up makes the call a message, and no text goes out for it", async () => {
  const call = await ring(shop);
  await shop.calls.turns.record(call.callSid, 1, turnRecord(1));
  const news = { ...call, to: shop.number, status: "completed", durationSeconds: 9, eventId: call.callSid };
  expect(types((await shop.calls.applyStatus(news)).events)).toEqual(["call.missed"]);
  await recordingOf(call.callSid).recorded();
  const context = await shop.messages.context("call", call.id);
  expect(context.call).toMatchObject({ captured: true, outcome: "message" });
});

test("what belongs to no call of ours is told apart", async () => {
  const recording = recordingOf("CA_nobody");
  expect(await recording.recorded()).toEqual({ outcome: "unknown_call", events: [] });
  expect(await recording.transcribed()).toEqual({ outcome: "unknown_call", events: [] });
});

test("staff mark voicemails as heard and call-backs as done", async () => {
  const call = await ring(shop);
  await recordingOf(call.callSid).recorded();
  const effects = [{ kind: "request_callback" as const, phone: call.from }];
  await shop.calls.turns.record(call.callSid, 1, turnRecord(1, { effects }));
  const staff = callLog(shop.staff.db, shop.id);
  const [left] = (await staff.voicemails({ limit: 5 })).items;
  const [asked] = (await staff.callbacks({ limit: 5, status: "open" })).items;
  if (!left || !asked) throw new Error("nothing to mark");
  fits(pageOf(voicemail), await staff.voicemails({ limit: 2 }));
  fits(pageOf(callback), await staff.callbacks({ limit: 2 }));
  const heard = await staff.setVoicemail(left.id, "heard");
  expect(heard).toMatchObject({ status: "heard", from: call.from });
  fits(voicemail, heard);
  const done = await staff.setCallback(asked.id, "done");
  fits(callback, done);
  const doneAt = () => db.sql`select done_at from callback_requests where id = ${asked.id}`;
  const at = await doneAt();
  await staff.setCallback(asked.id, "done");
  expect(await doneAt()).toEqual(at);
  await staff.setCallback(asked.id, "open");
  expect((await doneAt())[0]?.done_at).toBeNull();
  expect(await staff.recordingOf(left.id)).toBe(`RE${call.callSid}`);
});

test("what is not there cannot be marked or heard", async () => {
  await refused(log().setVoicemail(STRANGE, "heard"), "not_found");
  await refused(log().setCallback(STRANGE, "done"), "not_found");
  await refused(log().recordingOf(STRANGE), "not_found");
});
