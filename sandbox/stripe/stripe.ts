import { Hono } from "hono";
import type { Kernel } from "../kernel/kernel.ts";
import { providerGate } from "../kernel/middleware.ts";
import { accountRoutes, deauthorize, finishOnboarding, restrictAccount } from "./accounts.ts";
import { type Books, newId, openBooks } from "./books.ts";
import { type CheckoutResult, checkoutOutcome, type Outcome } from "./checkout.ts";
import { StripeFailure } from "./errors.ts";
import { createEvents } from "./events.ts";
import { stripeGate } from "./gate.ts";
import { lookupRoutes } from "./lookups.ts";
import { connectPages } from "./pages/connect.ts";
import { payPages } from "./pages/pay.ts";
import { settleInTime } from "./payments.ts";
import { failRefund, refundRoutes } from "./refunds.ts";
import { sessionRoutes } from "./sessions.ts";
import type { Charge, Refund, Session } from "./types.ts";
import type { StripeOptions, World } from "./world.ts";

/** What one account's books show an auditor. `platform` stands for the platform's own. */
export type AccountBooks = { charges: Charge[]; refunds: Refund[]; sessions: Session[] };

export type FakeStripe = {
  /** The API; its routes start at `/v1/…`. */
  app: Hono;
  /** The pages a person sees; its routes are `/pay/:session` and `/connect/:token`. */
  pages: Hono;
  /** Does on the checkout page what a person would. `session`: its id or address. Safe to repeat. */
  checkout(session: string, outcome: Outcome, payer?: { email?: string; name?: string }): CheckoutResult;
  /** Finishes onboarding, asks for more (`restrict`), or takes the platform's access away. */
  account(id: string, change: "finish" | "restrict" | "deauthorize"): void;
  /** The customer's bank refuses a refund that had looked done. */
  failRefund(id: string): void;
  /** Copies, per account. */
  books(): Record<string, AccountBooks>;
  /** Events that have not been taken by the product yet. */
  undelivered(): { id: string; type: string; attempts: number }[];
};

/** Stripe on the wire: what the official SDK sees, the pages people see, and webhooks sent until they are taken. */
export function createStripe(kernel: Kernel, options: StripeOptions): FakeStripe {
  const books = openBooks(kernel);
  const { emit } = createEvents(kernel, books, options);
  const world: World = { kernel, books, options, emit };
  for (const record of books.sessions.values()) settleInTime(world, record);
  return {
    app: createApi(world),
    pages: new Hono().route("/", payPages(world)).route("/", connectPages(world)),
    checkout: (session, outcome, payer) => checkoutOutcome(world, session, outcome, payer),
    account(id, change) {
      if (change === "finish") finishOnboarding(world, id);
      else if (change === "restrict") restrictAccount(world, id);
      else deauthorize(world, id);
    },
    failRefund: (id) => failRefund(world, id),
    books: () => booksByAccount(books),
    undelivered: () =>
      [...books.undelivered.values()].map(({ event, attempts }) => ({
        id: event.id,
        type: event.type,
        attempts,
      })),
  };
}

function createApi(world: World): Hono {
  const app = new Hono();
  const v1 = new Hono();
  v1.use(stripeGate(world));
  v1.route("/", accountRoutes(world));
  v1.route("/", sessionRoutes(world));
  v1.route("/", refundRoutes(world));
  v1.route("/", lookupRoutes(world));
  app.use(providerGate(world.kernel, "stripe"));
  app.route("/v1", v1);

  app.all("*", (c) => {
    const message = `Unrecognized request URL (${c.req.method}: ${new URL(c.req.url).pathname}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
    return c.json(new StripeFailure(404, message).body(newId("req")), 404);
  });
  app.onError((error, c) => {
    const requestId = c.res.headers.get("request-id") ?? newId("req");
    c.header("request-id", requestId);
    if (error instanceof StripeFailure) return c.json(error.body(requestId), error.status);
    console.error("sandbox stripe:", error);
    return c.json({ error: { type: "api_error", message: "An unknown error occurred." } }, 500);
  });
  return app;
}

function booksByAccount(books: Books): Record<string, AccountBooks> {
  const all: Record<string, AccountBooks> = {};
  const of = (account: string | null) => {
    const name = account ?? "platform";
    all[name] ??= { charges: [], refunds: [], sessions: [] };
    return all[name];
  };
  for (const { account, object } of [...books.charges.values()]) of(account).charges.push(object);
  for (const { account, object } of [...books.refunds.values()]) of(account).refunds.push(object);
  for (const { account, session } of [...books.sessions.values()]) of(account).sessions.push(session);
  return structuredClone(all);
}
