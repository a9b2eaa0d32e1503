import { Hono } from "hono";
import type { FakeStripe } from "../stripe/stripe.ts";
import type { Twilio } from "../twilio/twilio.ts";
import { faultControl } from "./faults.ts";
import { ControlError } from "./input.ts";
import { type MachineParts, machineControl } from "./machine.ts";
import { moneyControl } from "./money.ts";
import { phoneControl } from "./phone.ts";

export type ControlParts = MachineParts & { twilio: Twilio; stripe: FakeStripe };

/**
 * The sandbox's control API (docs/sandbox.md): what a person does with a telephone, an inbox and a checkout page,
 * and switches for everything that can go wrong. Errors are `{error: {message, field?}}`.
 */
export function createControl(parts: ControlParts): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof ControlError) {
      const { message, field, status } = error;
      return c.json({ error: { message, ...(field && { field }) } }, status);
    }
    console.error("sandbox control:", error);
    return c.json({ error: { message: `The sandbox failed: ${error.message}` } }, 500);
  });
  return app
    .route("/", phoneControl(parts.twilio))
    .route("/", moneyControl(parts.stripe))
    .route("/", faultControl(parts.kernel))
    .route("/", machineControl(parts));
}
