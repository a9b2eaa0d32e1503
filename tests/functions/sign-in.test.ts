import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "../../functions/platform/ids.ts";
import { expectRefusal } from "../harness/suites/answers.ts";
import { openShop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const password = "a long password";

function post(path: string, body: unknown, address: string) {
  const headers = { "content-type": "application/json" };
  return world.send(path, { method: "POST", body: JSON.stringify(body), address, headers });
}

const login = (email: string, word: string, address: string) =>
  post("/api/auth/login", { email, password: word }, address);

async function signedUp(): Promise<string> {
  const email = `person-${uuidv7()}@example.com`;
  const response = await post("/api/auth/signup", { email, password }, "10.200.0.1");
  expect(response.status).toBe(201);
  return email;
}

test("five failures lock account and address for a quarter of an hour, the right password included", async () => {
  const email = await signedUp();
  for (let failure = 1; failure <= 5; failure++) {
    const refused = await expectRefusal(await login(email, "wrong", "10.1.0.1"), 401, "unauthenticated");
    expect(refused.message).toBe("The e-mail address or the password is not right.");
  }
  const locked = await login(email, password, "10.1.0.1");
  const seconds = Number(locked.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(900);
  expect(locked.headers.get("ratelimit-remaining")).toBe("0");
  const { message } = await expectRefusal(locked, 429, "rate_limited");
  expect(message).toMatch(/^Too many attempts to sign in\. Try again in \d+ min\.$/);

  // Spelling it otherwise is the same account; another address or account is not locked out with it.
  await expectRefusal(await login(email.toUpperCase(), password, "10.1.0.1"), 429, "rate_limited");
  expect((await login(email, password, "10.1.0.2")).status).toBe(200);
  expect((await login(await signedUp(), password, "10.1.0.1")).status).toBe(200);
});

test("a success wipes the slate: four failures, a success, and four failures more lock nobody out", async () => {
  const email = await signedUp();
  for (let round = 0; round < 2; round++) {
    for (let failure = 0; failure < 4; failure++) {
      expect((await login(email, "wrong", "10.1.0.3")).status).toBe(401);
    }
    expect((await login(email, password, "10.1.0.3")).status).toBe(200);
  }
});

test("the lock holds when Redis is away", async () => {
  const email = await signedUp();
  await world.control("POST", "/faults", { provider: "redis", status: 503, count: 1000 });
  for (let failure = 0; failure < 5; failure++) {
    expect((await login(email, "wrong", "10.1.0.4")).status).toBe(401);
  }
  await expectRefusal(await login(email, password, "10.1.0.4"), 429, "rate_limited");
  await world.control("DELETE", "/faults");
}, 30_000);

test("a session of sign-in opens the API; its refresh token makes a new one; signing out ends it", async () => {
  const email = await signedUp();
  const session = (await (await login(email, password, "10.1.0.5")).json()) as Session;
  const me = await world.send("/api/me", { as: session.accessToken });
  expect(await me.json()).toMatchObject({ user: { email }, memberships: [], operator: false });

  const next = await post("/api/auth/refresh", { refreshToken: session.refreshToken }, "10.1.0.5");
  const renewed = (await next.json()) as Session;
  expect(renewed.accessToken).toMatch(/^ey/);
  const out = await world.send("/api/auth/logout", { method: "POST", as: renewed.accessToken });
  expect(out.status).toBe(200);
  await expectRefusal(
    await post("/api/auth/refresh", { refreshToken: renewed.refreshToken }, "10.1.0.5"),
    401,
    "unauthenticated",
  );
});

type Session = { accessToken: string; refreshToken: string };

test("an address that has an account cannot sign up again", async () => {
  const email = await signedUp();
  await expectRefusal(await post("/api/auth/signup", { email, password }, "10.1.0.6"), 409, "conflict");
});

/** Asks until refused. The window slides: crossing into the next one may let a few more through. */
async function untilRefused(ask: () => Promise<Response>): Promise<{ asked: number; refusal: Response }> {
  let asked = 0;
  let refusal = await ask();
  for (; refusal.status !== 429 && asked < 220; asked++) refusal = await ask();
  return { asked, refusal };
}

test("a hundred requests in a quarter of an hour without a session, by address", async () => {
  const ask = (address: string) => world.send("/api/config/public", { address });
  expect((await ask("10.1.0.7")).headers.get("ratelimit-remaining")).toBe("99");
  const { asked, refusal } = await untilRefused(() => ask("10.1.0.7"));
  expect(asked).toBeGreaterThanOrEqual(99);
  expect(Number(refusal.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refusal.headers.get("ratelimit-limit")).toBe("100");
  await expectRefusal(refusal, 429, "rate_limited");
  expect((await ask("10.1.0.8")).status).toBe(200);
}, 30_000);

test("guessing keys and sessions counts against the address too", async () => {
  let guess = 0;
  const ask = () => world.send("/api/me", { as: `cw_live_guess${guess++}`, address: "10.1.0.9" });
  await expectRefusal((await untilRefused(ask)).refusal, 429, "rate_limited");
}, 30_000);

test("a hundred requests a minute by person, wherever they come from", async () => {
  const shop = await openShop(world);
  // The window slides: crossing from one minute to the next may let one or two more through.
  let allowed = 0;
  let response = await world.send("/api/me", { as: shop.staff });
  for (; response.status === 200 && allowed < 110; allowed++) {
    response = await world.send("/api/me", { as: shop.staff });
  }
  expect(allowed).toBeGreaterThanOrEqual(100);
  await expectRefusal(response, 429, "rate_limited");
  expect((await world.send("/api/me", { as: shop.owner })).status).toBe(200);
}, 30_000);
