import { afterAll, beforeAll, expect, test } from "vitest";
import { orderSession, readyAccount, type StripeWorld, startStripeWorld, until } from "./stripe-world.ts";

let world: StripeWorld;
let account: string;

beforeAll(async () => {
  world = await startStripeWorld();
  account = await readyAccount(world);
});
afterAll(() => world.close());

const newSession = (overrides = {}) =>
  world.stripe.checkout.sessions.create(orderSession(overrides), { stripeAccount: account });

const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

test("the page speaks French when the session does: merchant, lines, total", async () => {
  const session = await newSession({ locale: "fr-CA" });
  const html = await (await fetch(session.url ?? "")).text();
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain("Payer Salon Émeraude");
  expect(html).toContain("Poutine");
  expect(html.replace(/\s/g, " ")).toContain("28,75 $");
});

test("names are shown as text, never as markup", async () => {
  const price_data = {
    currency: "cad",
    unit_amount: 900,
    product_data: { name: "<script>alert(1)</script>" },
  };
  const session = await newSession({ line_items: [{ quantity: 1, price_data }], payment_intent_data: {} });
  const html = await (await fetch(session.url ?? "")).text();
  expect(html).not.toContain("<script>");
  expect(html).toContain("&lt;script&gt;");
});

test("a decline says so and stays; the second try leads on with the id filled in", async () => {
  const session = await newSession();
  const url = session.url ?? "";
  const declined = await send(url, { email: "a@b.ca", outcome: "decline" });
  expect(declined.status).toBe(402);
  expect(await declined.text()).toContain('role="alert"');
  const paid = await send(url, { email: "a@b.ca", outcome: "pay" });
  expect(paid.status).toBe(303);
  expect(paid.headers.get("location")).toBe(`http://shop.test/paid?session_id=${session.id}`);
  const again = await send(url, { email: "a@b.ca", outcome: "pay" });
  expect(again.status).toBe(303);
  expect(await (await fetch(url)).text()).toContain("Payment received");
});

test("a bad e-mail is refused with a sentence, and nothing is paid", async () => {
  const session = await newSession();
  const answer = await send(session.url ?? "", { email: "nobody", outcome: "pay" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("name@example.com");
});

test("404 page for a session nobody made", async () => {
  expect((await fetch(`${world.base}/_sandbox/pay/cs_test_nothing`)).status).toBe(404);
});

test("onboarding: leaving returns without charges, a used link leads to refresh, finishing opens the account", async () => {
  const { id } = await world.stripe.accounts.create({ country: "CA", type: "express" });
  const link = () =>
    world.stripe.accountLinks.create({
      account: id,
      type: "account_onboarding",
      return_url: "http://shop.test/return",
      refresh_url: "http://shop.test/refresh",
    });
  const first = await link();
  expect((await send(first.url, { outcome: "leave" })).headers.get("location")).toBe(
    "http://shop.test/return",
  );
  expect((await world.stripe.accounts.retrieve(id)).charges_enabled).toBe(false);
  expect((await send(first.url, { outcome: "finish" })).headers.get("location")).toBe(
    "http://shop.test/refresh",
  );

  const second = await link();
  expect((await fetch(second.url)).status).toBe(200);
  await send(second.url, { outcome: "finish" });
  const account = await world.stripe.accounts.retrieve(id);
  expect(account).toMatchObject({ charges_enabled: true, payouts_enabled: true, details_submitted: true });
  expect(account.requirements?.currently_due).toEqual([]);
  await until("account.updated", () =>
    world.received.some(({ event }) => event.type === "account.updated" && event.account === id),
  );
});
