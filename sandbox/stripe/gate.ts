import type { Context, MiddlewareHandler } from "hono";
import { fingerprintOf, newId, unixNow } from "./books.ts";
import { StripeFailure } from "./errors.ts";
import { decodeForm, type Form } from "./form.ts";
import type { World } from "./world.ts";

/** What a route knows about its caller. `account` is the connected account acted on; null is the platform. */
export type StripeEnv = { Variables: { account: string | null; requestId: string; form: Form } };

const KEPT_SECONDS = 24 * 3600;

/** Request id, key check, account scope, form decoding and idempotency: all that happens before a route. */
export function stripeGate(world: World): MiddlewareHandler<StripeEnv> {
  return async (c, next) => {
    const requestId = newId("req");
    c.set("requestId", requestId);
    c.header("request-id", requestId);
    c.header("stripe-version", c.req.header("stripe-version") ?? "2026-10-28.endive");
    assertKey(c, world.options.secretKey);
    c.set("account", accountOf(c, world));

    const body = await c.req.text();
    c.set("form", decodeForm(c.req.method === "GET" ? new URL(c.req.url).search.slice(1) : body));
    const key = c.req.header("idempotency-key");
    if (c.req.method !== "POST" || !key) return next();
    c.header("idempotency-key", key);
    return replayOrRun(c, next, world, key, body);
  };
}

async function replayOrRun(
  c: Context<StripeEnv>,
  next: () => Promise<void>,
  world: World,
  key: string,
  body: string,
): Promise<Response | undefined> {
  const slot = `${c.var.account ?? "platform"}:${key}`;
  const fingerprint = fingerprintOf(`${new URL(c.req.url).pathname}\n${body}`);
  const saved = world.books.idempotency.get(slot);
  if (saved && saved.at > unixNow() - KEPT_SECONDS) {
    if (saved.fingerprint !== fingerprint) throw otherBody(key);
    c.header("idempotent-replayed", "true");
    return c.body(saved.body, saved.status as 200, { "content-type": "application/json" });
  }

  await next();
  // Refused parameters are not remembered: the request may be mended and sent again under the same key.
  if (c.res.status < 400 || c.res.status === 402) {
    const answer = { fingerprint, status: c.res.status, body: await c.res.clone().text(), at: unixNow() };
    world.books.idempotency.set(slot, answer);
    forgetOld(world);
  }
  return undefined;
}

const otherBody = (key: string) =>
  new StripeFailure(
    400,
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    {},
    "idempotency_error",
  );

function forgetOld(world: World): void {
  const saved = world.books.idempotency;
  for (const [slot, answer] of saved.entries()) {
    if (answer.at > unixNow() - KEPT_SECONDS) return;
    saved.delete(slot);
  }
}

function assertKey(c: Context, secretKey: string): void {
  const header = c.req.header("authorization");
  const key = header?.replace(/^Bearer\s+/i, "");
  if (key === secretKey) return;
  c.header("www-authenticate", 'Basic realm="Stripe"');
  throw new StripeFailure(
    401,
    key
      ? `Invalid API Key provided: ${hidden(key)}`
      : "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
  );
}

function accountOf(c: Context, world: World): string | null {
  const account = c.req.header("stripe-account");
  if (!account) return null;
  assertAccess(world, account);
  return account;
}

/** @throws 403 account_invalid for an account that is unknown or has revoked the platform's access. */
export function assertAccess(world: World, account: string): void {
  const { accounts, revoked } = world.books;
  if (accounts.has(account) && !revoked.has(account)) return;
  throw new StripeFailure(
    403,
    `The provided key '${hidden(world.options.secretKey)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    { code: "account_invalid" },
  );
}

const hidden = (key: string) => `${key.slice(0, 8)}${"*".repeat(8)}${key.slice(-4)}`;
