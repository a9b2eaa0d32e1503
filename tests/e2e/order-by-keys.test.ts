import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOver } from "./story/call.ts";
import { textsTo } from "./story/inboxes.ts";
import { openWorld, tally, type World } from "./story/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

test("an order by keys alone", async () => {
  const from = world.caller();
  const call = await world.ring(from);
  expect(await call.press("*")).toContain("Press 1 for Pizza");
  expect(await call.press("1", "2", "2")).toContain("Press 3 for Large");
  expect(await call.press("3", "1", "0")).toContain("Added: 2 Pepperoni pizzas, Large, Mushrooms");
  expect(await call.press("0")).toMatch(/2 Pepperoni pizzas, Large, Mushrooms\. The total is/);
  await call.press("1");
  expectOver(call);
  await world.settled();
  const [order] = await world.orders(from);
  expect(order).toMatchObject({ status: "awaiting_payment", subtotalCents: 2 * (1_450 + 600 + 150) });
  expect((await textsTo(world.running, from))[0]?.links).toHaveLength(1);
  expect((await world.call(call.sid)).turns.map(({ digits }) => digits).join("")).toBe("*12231001");
});

test("three misunderstandings in an order lead to the keypad, and from there to voicemail", async () => {
  const call = await world.ring(world.caller());
  await call.press("1");
  await call.say("blargh fnord");
  expect(await call.say("quux")).toContain("press star");
  expect(await call.say("zorp")).toContain("You can order with the keypad");
  expect(call.last().expects).toBe("digits");
  await call.wait();
  await call.wait();
  expect(await call.wait()).toContain("leave a message");
  await call.leave("I only wanted two small margheritas.");
  const { messages } = await world.voicemailCall(call.sid);
  expect(tally(messages)).toEqual({ "staffVoicemail sms": 1, "staffVoicemail email": 1 });
});
