import type { CallPlace } from "../domain/calls/voice.ts";
import { AppError } from "../platform/errors.ts";
import { isUuid } from "../platform/ids.ts";
import type { WebhookRequest } from "../platform/webhook.ts";

/** No call has as many; the database counts turns in 32 bits. */
const MOST_TURNS = 100_000;

/** Whose call this is and which turn: we wrote both into the address, and Twilio signed it. */
export function callPlace({ query }: WebhookRequest): CallPlace {
  const merchantId = query.get("m") ?? "";
  const turn = Number(query.get("t"));
  if (isUuid(merchantId) && Number.isInteger(turn) && turn > 0 && turn < MOST_TURNS)
    return { merchantId, turn };
  throw new AppError("invalid_request", "This address does not name a call's turn.");
}
