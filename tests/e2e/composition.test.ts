import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestProduct, type TestProduct } from "../harness/product.ts";

let running: TestProduct;

beforeAll(async () => {
  running = await startTestProduct({ schedules: true, warm: false });
});
afterAll(() => running?.close());

test("the sandbox answers on the same port, with the schedules registered once", async () => {
  const { schedules } = await running.control<{ schedules: { scheduleId: string }[] }>("GET", "/queue");
  expect(schedules.map(({ scheduleId }) => scheduleId).sort()).toEqual([
    "callwaiting-find-lost-calls",
    "callwaiting-relay",
    "callwaiting-sweep",
  ]);
});

test("after a reset of the sandbox the schedules are there again", async () => {
  await running.control("POST", "/reset", { what: "everything" });
  const { schedules } = await running.control<{ schedules: unknown[] }>("GET", "/queue");
  expect(schedules).toHaveLength(3);
});

test("a mail of Auth arrives in the sandbox's mailbox, and its link leads back here", async () => {
  const headers = { apikey: process.env.SUPABASE_PUBLISHABLE_KEY ?? "", "Content-Type": "application/json" };
  const post = (path: string, body: unknown) =>
    fetch(`${running.url}/auth/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  await post("signup", { email: "someone@example.com", password: "a long password" });
  expect((await post("recover", { email: "someone@example.com" })).status).toBe(200);
  const answer = await running.control<{ mail?: unknown }>("GET", "/mail?to=someone@example.com");
  expect(JSON.stringify(answer)).toContain(`${running.url}/auth/v1/verify?token=`);
});

test("an unknown API path answers 404 in the envelope", async () => {
  const response = await fetch(`${running.url}/api/nothing`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: "not_found" } });
});
