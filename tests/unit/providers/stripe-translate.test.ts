import type Stripe from "stripe";
import { expect, test } from "vitest";
import { toPaymentAccount, toPaymentEvent } from "../../../functions/providers/stripe/translate.ts";
import { stripeEvent } from "./support/fixtures.ts";

/** A recorded event with some of its envelope, or of the object it is about, changed. */
function changed(name: string, envelope: object, object: object = {}): Stripe.Event {
  const event = stripeEvent(name);
  return { ...event, ...envelope, data: { object: { ...event.data.object, ...object } } } as Stripe.Event;
}

const checkout = {
  provider: "stripe",
  eventId: "evt_1",
  accountId: "acct_1",
  occurredAt: "2026-11-21T09:53:04.000Z",
  sessionId: "cs_test_1",
  paymentIntentId: "pi_1",
  orderId: "o1",
  amountCents: 4250,
  currency: "cad",
  customerEmail: "a@b.ca",
  customerName: "A B",
};

test("a paid checkout", () => {
  expect(toPaymentEvent(stripeEvent("checkout-completed"))).toEqual({
    ...checkout,
    kind: "checkout_completed",
    paid: true,
  });
});

test("a checkout that a delayed method has completed is not paid yet", () => {
  const event = changed("checkout-completed", {}, { payment_status: "unpaid" });
  expect(toPaymentEvent(event)).toMatchObject({ kind: "checkout_completed", paid: false });
});

test.each([
  ["checkout.session.async_payment_succeeded", "payment_succeeded"],
  ["checkout.session.async_payment_failed", "payment_failed"],
  ["checkout.session.expired", "checkout_expired"],
])("%s is %s", (type, kind) => {
  expect(toPaymentEvent(changed("checkout-completed", { type }))).toEqual({ ...checkout, kind });
});

test("an expired checkout nobody opened knows no customer and no payment", () => {
  const object = { customer_details: null, payment_intent: null };
  const event = toPaymentEvent(changed("checkout-completed", { type: "checkout.session.expired" }, object));
  expect(event).not.toHaveProperty("customerEmail");
  expect(event).not.toHaveProperty("paymentIntentId");
});

test("the order is found by reference where metadata is missing, and the payment where it is expanded", () => {
  const object = { metadata: null, payment_intent: { id: "pi_2", object: "payment_intent" } };
  expect(toPaymentEvent(changed("checkout-completed", {}, object))).toMatchObject({
    orderId: "o1",
    paymentIntentId: "pi_2",
  });
});

test("a partial refund tells what has been given back so far", () => {
  expect(toPaymentEvent(stripeEvent("charge-refunded"))).toMatchObject({
    kind: "refunded",
    orderId: "o1",
    paymentIntentId: "pi_1",
    amountCents: 4250,
    refundedCents: 1000,
    currency: "cad",
  });
});

test("a refund the bank sent back", () => {
  const event = toPaymentEvent(stripeEvent("refund-failed"));
  expect(event).toMatchObject({ kind: "refund_failed", paymentIntentId: "pi_1", refundedCents: 1000 });
});

test("an account that may take money but not yet be paid out", () => {
  expect(toPaymentEvent(stripeEvent("account-updated"))).toMatchObject({
    kind: "account_updated",
    accountId: "acct_1",
    account: {
      accountId: "acct_1",
      chargesEnabled: true,
      payoutsEnabled: false,
      detailsSubmitted: true,
      requirementsDue: ["external_account"],
      disabledReason: null,
    },
  });
});

test("what is overdue comes first and nothing is asked for twice", () => {
  const requirements = {
    past_due: ["b"],
    currently_due: ["a", "b"],
    disabled_reason: "requirements.past_due",
  };
  const account = changed("account-updated", {}, { requirements }).data.object as Stripe.Account;
  expect(toPaymentAccount(account)).toMatchObject({
    requirementsDue: ["b", "a"],
    disabledReason: "requirements.past_due",
  });
});

test("a merchant who disconnects", () => {
  const event = changed("account-updated", { type: "account.application.deauthorized" });
  expect(toPaymentEvent(event)).toMatchObject({ kind: "account_deauthorized", accountId: "acct_1" });
});

test.each([
  ["of a type we do not use", changed("checkout-completed", { type: "invoice.paid" })],
  ["of the platform's own account", changed("checkout-completed", { account: undefined })],
  ["of a subscription's checkout", changed("checkout-completed", {}, { mode: "subscription" })],
])("an event %s is none of ours", (_, event) => {
  expect(toPaymentEvent(event)).toBeNull();
});
