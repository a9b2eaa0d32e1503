import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../world/world.ts";
import type { Shop } from "./shops.ts";

export type StaffAction = "refund" | "cancel" | "fulfil" | "resend-link";

/** Something staff decided once, however often the request had to be repeated. */
export type Decision = {
  action: StaffAction;
  orderId: string;
  /** The Idempotency-Key, and the reason that is written into a refund. */
  key: string;
  amountCents?: number;
  /** Status of the answer that counted; 0 when none came. */
  status: number;
};

const ATTEMPTS = 40;

/** A careful client: the same request with the same key until somebody answers for good. */
export async function decide(
  { url }: World,
  shop: Shop,
  { action, orderId, key, amountCents }: Omit<Decision, "status">,
): Promise<Decision> {
  const body = action === "fulfil" || action === "resend-link" ? {} : { reason: key };
  let status = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await fetch(`${url}/api/orders/${orderId}/${action}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${shop.token}`,
        "x-merchant-id": shop.merchantId,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({ ...body, ...(amountCents ? { amountCents } : {}) }),
    }).catch(() => undefined);
    const text = (await answer?.text().catch(() => "")) ?? "";
    status = answer?.status ?? 0;
    if (isFinal(status, text)) break;
    await sleep(400);
  }
  return { action, orderId, key, status, ...(amountCents ? { amountCents } : {}) };
}

/** The first request with this key is still thought to run: its lock lapses. */
const isFinal = (status: number, text: string): boolean =>
  status > 0 && status < 500 && status !== 429 && !(status === 409 && text.includes("still running"));
