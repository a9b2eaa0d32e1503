import * as z from "zod/mini";
import type { PaymentEvent } from "../../domain/payments/events.ts";
import { AppError } from "../../platform/errors.ts";
import { storableText } from "../../platform/storable.ts";

/** Ids and the names of what is due are visible ASCII. */
const id = z.string().check(z.regex(/^[\x21-\x7e]{1,255}$/));
/** What a person typed at Stripe is kept as far as it can be. */
const words = z.pipe(z.string().check(z.maxLength(1000)), z.transform(storableText));
/** The database keeps money in 32 bits; Stripe's own limit is far below. */
const cents = z.int().check(z.nonnegative(), z.maximum(2 ** 31 - 1));

const facts = z.object({
  eventId: id,
  accountId: id,
  sessionId: z.optional(id),
  paymentIntentId: z.optional(id),
  orderId: z.optional(id),
  amountCents: z.optional(cents),
  refundedCents: z.optional(cents),
  currency: z.optional(z.string().check(z.regex(/^[a-z]{3}$/))),
  customerEmail: z.optional(words),
  customerName: z.optional(words),
  account: z.optional(
    z.looseObject({
      chargesEnabled: z.boolean(),
      payoutsEnabled: z.boolean(),
      detailsSubmitted: z.boolean(),
      requirementsDue: z.array(id).check(z.maxLength(500)),
      disabledReason: z.nullable(id),
    }),
  ),
});

/**
 * The event with its facts checked against what Stripe documents: what was signed may still be of another version
 * of its API than ours. @throws AppError invalid_request naming what is odd
 */
export function checkedFacts(event: PaymentEvent): PaymentEvent {
  const { data, error } = facts.safeParse(event);
  if (data) return { ...event, ...(data as Partial<PaymentEvent>) };
  const details = error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  throw new AppError("invalid_request", "This is not the event Stripe documents.", { details });
}
