import { Hono } from "hono";
import { sessionOf } from "./books.ts";
import { StripeFailure } from "./errors.ts";
import { expanded } from "./expand.ts";
import { textAt } from "./form.ts";
import type { StripeEnv } from "./gate.ts";
import { listOf } from "./list.ts";
import { expireSession } from "./payments.ts";
import { readSession } from "./session-params.ts";
import type { SessionRecord } from "./types.ts";
import type { World } from "./world.ts";

/** Checkout Sessions: create, read, list, expire, line items. Each belongs to the account it was made on. */
export function sessionRoutes(world: World): Hono<StripeEnv> {
  const app = new Hono<StripeEnv>();
  const { books } = world;

  app.post("/checkout/sessions", (c) => {
    assertCanCharge(world, c.var.account);
    const record = readSession(c.var.form, c.var.account, world.kernel.baseUrl);
    books.sessions.set(record.session.id, record);
    expireInTime(world, record);
    return c.json(expanded(books, record.session, c.var.form));
  });

  app.get("/checkout/sessions", (c) => {
    const intent = textAt(c.var.form, "payment_intent");
    const status = textAt(c.var.form, "status");
    const found = [...books.sessions.values()]
      .filter((record) => record.account === c.var.account)
      .map((record) => record.session)
      .filter((session) => !intent || session.payment_intent === intent)
      .filter((session) => !status || session.status === status);
    return c.json(expanded(books, listOf("/v1/checkout/sessions", found, c.var.form), c.var.form));
  });

  app.get("/checkout/sessions/:id", (c) =>
    c.json(expanded(books, sessionOf(books, c.var.account, c.req.param("id")).session, c.var.form)),
  );

  app.get("/checkout/sessions/:id/line_items", (c) => {
    const { lines, session } = sessionOf(books, c.var.account, c.req.param("id"));
    const url = `/v1/checkout/sessions/${session.id}/line_items`;
    return c.json(listOf(url, lines.toReversed(), c.var.form));
  });

  app.post("/checkout/sessions/:id/expire", (c) => {
    const record = sessionOf(books, c.var.account, c.req.param("id"));
    if (record.session.status !== "open") {
      throw new StripeFailure(
        400,
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${record.session.status}.`,
      );
    }
    expireSession(world, record);
    return c.json(record.session);
  });

  for (const record of [...books.sessions.values()]) expireInTime(world, record);
  return app;
}

/** The timer behind `checkout.session.expired`. Looks the session up again: it may have been paid, or forgotten. */
function expireInTime(world: World, { session }: SessionRecord): void {
  if (session.status !== "open") return;
  world.kernel.scheduler.after(Math.max(0, session.expires_at * 1000 - Date.now()), () => {
    const record = world.books.sessions.get(session.id);
    if (record) expireSession(world, record);
  });
}

function assertCanCharge(world: World, account: string | null): void {
  if (!account || world.books.accounts.get(account)?.charges_enabled) return;
  throw new StripeFailure(
    400,
    "Your account cannot currently make charges. Complete onboarding to activate card_payments for this account.",
    { code: "account_invalid" },
  );
}
