import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type ApiClient, createApiClient, enter } from "../../scripts/demo/client.ts";
import { eventually } from "../harness/product.ts";
import { paymentLink, textsTo } from "./story/inboxes.ts";
import { onlyOrder, orderGarlicBread } from "./story/order.ts";
import { openWorld, tally, type World } from "./story/world.ts";

let world: World;
let operator: ApiClient;

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  world = await openWorld();
  operator = await anOperator();
});
afterEach(async () => void (await world.running.control("DELETE", "/faults")));
afterAll(() => world?.close());

/** Operators are named in SQL by whoever runs the installation. */
async function anOperator(): Promise<ApiClient> {
  const { url, product, sql } = world.running;
  const auth = { url, apiKey: product.env.SUPABASE_PUBLISHABLE_KEY ?? "" };
  const { token, userId } = await enter(auth, "operator@example.com", "a long password");
  await sql`insert into operators (user_id) values (${userId})`;
  return createApiClient(url, token);
}

type Letters = {
  items: { id: string; job: string; status: string; error: string; payload: { orderId?: string } }[];
};

test("a job that can never work is shown to the operator, who can have it run again", async () => {
  await world.running.control("POST", "/faults", {
    provider: "stripe",
    path: "/v1/checkout/sessions",
    status: 400,
    count: 1,
  });
  const from = world.caller();
  await orderGarlicBread(world, from);
  const letter = await eventually(
    async () => (await operator.get<Letters>("/api/operator/dead-letters?status=open")).items[0],
    "a dead letter",
  );
  const order = await onlyOrder(world, from);
  expect(letter).toMatchObject({ job: "create-checkout", status: "open", payload: { orderId: order.id } });
  expect(letter.error).toContain("stripe");
  expect(order.messages).toEqual([]);

  expect(await operator.post(`/api/operator/dead-letters/${letter.id}/retry`, {})).toMatchObject({
    status: "retried",
  });
  await world.pay(await paymentLink(world.running, from));
  expect((await onlyOrder(world, from)).status).toBe("paid");
  expect((await operator.get<Letters>("/api/operator/dead-letters?status=open")).items).toEqual([]);
});

test("a merchant's owner does not see the installation's dead letters", async () => {
  await expect(world.shop.api.get("/api/operator/dead-letters")).rejects.toThrow(/answered 40[34]/);
});

test("a number that does not take texts fails with the reason, and is not tried again", async () => {
  const from = world.caller();
  await world.running.control("PUT", `/phones/${encodeURIComponent(from)}`, { sms: "landline" });
  await orderGarlicBread(world, from);
  const { messages } = await onlyOrder(world, from);
  expect(messages).toMatchObject([{ template: "paymentLink", status: "undelivered" }]);
  expect(await textsTo(world.running, from)).toHaveLength(1);
});

type Seen = {
  requests: { method: string; path: string; body: string; response?: string; status?: number }[];
};

test("a webhook that Twilio repeats is answered word for word as before, and counts once", async () => {
  await world.running.control("POST", "/faults", { provider: "twilio", duplicate: true, count: 20 });
  const from = world.caller();
  const call = await orderGarlicBread(world, from);
  expect(tally((await onlyOrder(world, from)).messages)).toEqual({ "paymentLink sms": 1 });

  const { requests } = await world.running.control<Seen>("GET", "/requests?provider=twilio");
  const turns = requests.filter(({ path, body }) => /\/(ivr|turn)\?/.test(path) && body.includes(call.sid));
  const answers = Map.groupBy(turns, ({ path }) => path);
  expect(answers.size).toBe(3);
  for (const [path, repeated] of answers) {
    expect(repeated.length, path).toBe(2);
    expect(repeated[1]?.response, path).toBe(repeated[0]?.response);
  }
  expect((await world.call(call.sid)).turns.map(({ turn }) => turn)).toEqual([0, 1, 2, 3]);
});

test("a turn that is lost on the way ends with a sentence and a text, not with silence", async () => {
  const from = world.caller();
  const call = await world.ring(from, { failing: true });
  await world.running.control("POST", "/faults", {
    provider: "twilio",
    path: "/webhooks/twilio/ivr",
    drop: true,
    count: 1,
  });
  expect(await call.say("a garlic bread")).toContain("Sorry, we are having trouble");
  const { messages, outcome } = await world.call(call.sid);
  expect(outcome).toBe("missed");
  expect(tally(messages)).toEqual({ "textBack sms": 1 });
});

test("a call of which nobody could tell us is found, and its caller texted once", async () => {
  const from = world.caller();
  const { control, url, product } = world.running;
  await control("POST", "/faults", { provider: "twilio", path: "/webhooks/twilio/", drop: true, count: 50 });
  const { sid } = await world.ring(from, { failing: true });
  await control("DELETE", "/faults");

  const look = () =>
    product.sandbox.qstash.app.request(`/v2/publish/${url}/api/jobs/find-lost-calls`, {
      method: "POST",
      headers: { authorization: `Bearer ${product.env.QSTASH_TOKEN}` },
      body: JSON.stringify({ endedSecondsAgo: 0 }),
    });
  await look();
  const { outcome, messages } = await world.call(sid);
  expect(outcome).toBe("missed");
  expect(tally(messages)).toEqual({ "textBack sms": 1 });

  await look();
  await world.settled();
  expect(await textsTo(world.running, from)).toHaveLength(1);
});

test("a second confirmation after the order is placed does not place another", async () => {
  const from = world.caller();
  const call = await orderGarlicBread(world, from);
  await expect(call.say("yes")).rejects.toThrow("This call is over");
  await onlyOrder(world, from);
});
