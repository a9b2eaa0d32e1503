import { readFileSync } from "node:fs";
import { anOrder } from "../../../harness/suites/samples.ts";
import { stripe } from "../../../harness/suites/schemes.ts";
import type { Delivery, SignedWebhookCase } from "../../../harness/suites/webhook.ts";
import { json } from "./forms.ts";

type StripeEvent = { id: string; account: string; type: string; data: { object: Record<string, unknown> } };
const recordedEvent = () =>
  JSON.parse(
    readFileSync(new URL("../../../fixtures/stripe/checkout-completed.json", import.meta.url), "utf8"),
  ) as StripeEvent;
const changed =
  (change: (event: StripeEvent) => void) =>
  ({ body }: Delivery): Partial<Delivery> => {
    const event = JSON.parse(body) as StripeEvent;
    change(event);
    return { body: JSON.stringify(event) };
  };

/** What Stripe tells of payments. */
export const money: SignedWebhookCase[] = [
  {
    path: "/api/webhooks/stripe",
    scheme: stripe,
    async arrange(shop, world) {
      const order = await anOrder(world, shop);
      const event = recordedEvent();
      Object.assign(event, { id: `evt_${order.id}`, account: shop.account });
      Object.assign(event.data.object, {
        ...{ id: order.sessionId, client_reference_id: order.id, payment_intent: order.paymentIntentId },
        ...{ amount_total: order.totalCents, metadata: { order_id: order.id, merchant_id: shop.id } },
      });
      return { target: "/api/webhooks/stripe", body: JSON.stringify(event) };
    },
    odd: [
      { what: "a body that is no JSON", change: () => ({ body: "hello" }), status: 400 },
      {
        what: "a body that is no event",
        change: () => ({ body: '{"object":"list","data":[]}' }),
        status: 400,
      },
      {
        what: "an event of a type we do not follow",
        change: changed((event) => (event.type = "invoice.paid")),
        status: 200,
      },
      {
        what: "an event of our own account",
        change: changed((event) => Reflect.deleteProperty(event, "account")),
        status: 200,
      },
    ],
    answers: json,
  },
];
