import { Hono } from "hono";
import { ownedBy } from "./books.ts";
import { noSuch } from "./errors.ts";
import { expanded } from "./expand.ts";
import { textAt } from "./form.ts";
import type { StripeEnv } from "./gate.ts";
import { listOf } from "./list.ts";
import type { World } from "./world.ts";

/** What can only be read: payment intents, charges, the platform's fees, events, the balance. */
export function lookupRoutes(world: World): Hono<StripeEnv> {
  const app = new Hono<StripeEnv>();
  const { books } = world;

  app.get("/payment_intents/:id", (c) => {
    const intent = ownedBy(books.intents, c.var.account, c.req.param("id"), "payment_intent", "intent");
    return c.json(expanded(books, intent, c.var.form));
  });
  app.get("/charges/:id", (c) => {
    const charge = ownedBy(books.charges, c.var.account, c.req.param("id"), "charge");
    return c.json(expanded(books, charge, c.var.form));
  });
  app.get("/charges", (c) => {
    const intent = textAt(c.var.form, "payment_intent");
    const found = [...books.charges.values()]
      .filter((owned) => owned.account === c.var.account)
      .map((owned) => owned.object)
      .filter((charge) => !intent || charge.payment_intent === intent);
    return c.json(listOf("/v1/charges", found, c.var.form));
  });

  app.get("/application_fees/:id", (c) => {
    const fee = books.fees.get(c.req.param("id"));
    if (!fee || c.var.account) throw noSuch("application_fee", c.req.param("id"));
    return c.json(fee);
  });
  app.get("/application_fees", (c) => {
    const charge = textAt(c.var.form, "charge");
    const mine = c.var.account ? [] : [...books.fees.values()];
    return c.json(
      listOf(
        "/v1/application_fees",
        mine.filter((fee) => !charge || fee.charge === charge),
        c.var.form,
      ),
    );
  });

  const eventsOf = (account: string | null) =>
    [...books.events.values()].filter((event) => (event.account ?? null) === account);
  app.get("/events", (c) => {
    const type = textAt(c.var.form, "type");
    return c.json(
      listOf(
        "/v1/events",
        eventsOf(c.var.account).filter((event) => !type || event.type === type),
        c.var.form,
      ),
    );
  });
  app.get("/events/:id", (c) => {
    const event = eventsOf(c.var.account).find((one) => one.id === c.req.param("id"));
    if (!event) throw noSuch("event", c.req.param("id"));
    return c.json(event);
  });
  app.get("/balance", (c) => c.json({ object: "balance", available: [], pending: [], livemode: false }));
  return app;
}
