import { Hono } from "hono";
import { newId, ownedBy, unixNow } from "./books.ts";
import { invalid, missing, noSuch, StripeFailure } from "./errors.ts";
import { expanded } from "./expand.ts";
import { type Form, textAt } from "./form.ts";
import type { StripeEnv } from "./gate.ts";
import { listOf } from "./list.ts";
import type { Charge, Refund } from "./types.ts";
import { assertKnown, choiceAt, integerAt, metadataAt } from "./validate.ts";
import type { World } from "./world.ts";

const REFUND_KEYS = (
  "amount charge currency customer expand instructions_email metadata origin payment_intent reason " +
  "refund_application_fee reverse_transfer"
).split(" ");

/** Refunds, whole or in part, never more than was taken. */
export function refundRoutes(world: World): Hono<StripeEnv> {
  const app = new Hono<StripeEnv>();
  const { books } = world;

  app.post("/refunds", (c) => {
    assertKnown(c.var.form, REFUND_KEYS);
    const charge = chargeToRefund(world, c.var.form, c.var.account);
    const amount = refundable(charge, c.var.form);
    const refund = newRefund(c.var.form, charge, amount);
    applyRefund(
      world,
      c.var.account,
      charge,
      refund,
      textAt(c.var.form, "refund_application_fee") === "true",
    );
    return c.json(expanded(books, refund, c.var.form));
  });

  app.get("/refunds", (c) => {
    const intent = textAt(c.var.form, "payment_intent");
    const charge = textAt(c.var.form, "charge");
    const found = [...books.refunds.values()]
      .filter((owned) => owned.account === c.var.account)
      .map((owned) => owned.object)
      .filter(
        (refund) => (!intent || refund.payment_intent === intent) && (!charge || refund.charge === charge),
      );
    return c.json(listOf("/v1/refunds", found, c.var.form));
  });

  app.get("/refunds/:id", (c) => {
    const refund = ownedBy(books.refunds, c.var.account, c.req.param("id"), "refund");
    return c.json(expanded(books, refund, c.var.form));
  });
  return app;
}

function chargeToRefund(world: World, form: Form, account: string | null): Charge {
  const { charges, intents } = world.books;
  const intentId = textAt(form, "payment_intent");
  if (intentId) {
    const intent = ownedBy(intents, account, intentId, "payment_intent", "payment_intent");
    if (intent.latest_charge) return ownedBy(charges, account, intent.latest_charge, "charge", "charge");
    throw new StripeFailure(
      400,
      `This PaymentIntent (${intentId}) does not have a successful charge to refund.`,
      {
        code: "payment_intent_unexpected_state",
        param: "payment_intent",
      },
    );
  }
  const chargeId = textAt(form, "charge");
  if (!chargeId) throw missing("charge");
  return ownedBy(charges, account, chargeId, "charge", "charge");
}

function refundable(charge: Charge, form: Form): number {
  const left = charge.amount_captured - charge.amount_refunded;
  if (charge.refunded) {
    throw new StripeFailure(400, `Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  if (charge.status !== "succeeded") {
    throw new StripeFailure(400, `Charge ${charge.id} has not succeeded: it cannot be refunded.`, {
      code: "charge_not_refundable",
    });
  }
  const amount = integerAt(form, "amount", "amount", 1) ?? left;
  if (amount > left) {
    const show = (cents: number) => `$${(cents / 100).toFixed(2)}`;
    throw invalid(
      "amount",
      `Refund amount (${show(amount)}) is greater than unrefunded amount on charge (${show(left)})`,
    );
  }
  return amount;
}

function newRefund(form: Form, charge: Charge, amount: number): Refund {
  return {
    id: newId("re"),
    object: "refund",
    amount,
    balance_transaction: newId("txn"),
    charge: charge.id,
    created: unixNow(),
    currency: charge.currency,
    destination_details: { type: "card", card: { reference_status: "pending", type: "refund" } },
    metadata: metadataAt(form),
    payment_intent: charge.payment_intent,
    reason: choiceAt(form, "reason", ["duplicate", "fraudulent", "requested_by_customer"]) ?? null,
    receipt_number: null,
    status: "succeeded",
  };
}

function applyRefund(
  world: World,
  account: string | null,
  charge: Charge,
  refund: Refund,
  withFee: boolean,
): void {
  const before = charge.amount_refunded;
  charge.amount_refunded += refund.amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  world.books.refunds.set(refund.id, { account, object: refund });
  if (withFee) returnFee(world, charge, refund);
  world.books.charges.set(charge.id, { account, object: charge });
  world.emit("refund.created", account, refund);
  const previous = { amount_refunded: before, ...(charge.refunded ? { refunded: false } : {}) };
  world.emit("charge.refunded", account, charge, previous);
  // The bank's reference comes a little later: the object changes, the money does not.
  const pending = refund.destination_details;
  refund.destination_details = {
    type: "card",
    card: { reference: "8551234567890", reference_status: "available", type: "refund" },
  };
  world.books.refunds.set(refund.id, { account, object: refund });
  world.emit("refund.updated", account, refund, { destination_details: pending });
}

/** The customer's bank refuses a refund after all: the money is back with the merchant. @throws 404. */
export function failRefund(world: World, id: string): void {
  const owned = world.books.refunds.get(id);
  if (!owned) throw noSuch("refund", id);
  const { account, object: refund } = owned;
  const charge = world.books.charges.get(refund.charge);
  if (refund.status === "failed" || !charge) return;
  refund.status = "failed";
  refund.failure_reason = "lost_or_stolen_card";
  charge.object.amount_refunded -= refund.amount;
  charge.object.refunded = false;
  world.books.refunds.set(id, owned);
  world.books.charges.set(charge.object.id, charge);
  world.emit("refund.failed", account, refund);
}

/** The platform gives back its share in proportion. */
function returnFee(world: World, charge: Charge, refund: Refund): void {
  const fee = world.books.fees.get(charge.application_fee ?? "");
  if (!fee) return;
  const share = Math.round((fee.amount * refund.amount) / charge.amount);
  fee.amount_refunded = charge.refunded ? fee.amount : Math.min(fee.amount, fee.amount_refunded + share);
  fee.refunded = fee.amount_refunded === fee.amount;
  world.books.fees.set(fee.id, fee);
}
