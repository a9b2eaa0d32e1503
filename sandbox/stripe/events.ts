import { createHmac } from "node:crypto";
import type { Kernel } from "../kernel/kernel.ts";
import { type Books, newId, unixNow } from "./books.ts";
import type { StripeEvent } from "./types.ts";
import type { Emit, StripeOptions } from "./world.ts";

const API_VERSION = "2026-10-28.endive";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits before the next attempt; the last one repeats until three days have passed. */
const BACK_OFF_MS = [1 * MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 12 * HOUR];
const GIVE_UP_MS = 72 * HOUR;
const ANSWER_WITHIN_MS = 20_000;
const EVENTS_KEPT = 1_000;
/** A held-back event goes out after the next one, or after this long when none follows. */
const REORDER_WAIT_MS = 30_000;

/** `t=…,v1=…` over `t.body`, HMAC-SHA256, the secret as it is written. */
export function signEvent(body: string, secret: string, timestamp = unixNow()): string {
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return `t=${timestamp},v1=${signature}`;
}

/**
 * Makes events and delivers them as Stripe does: at least once, in no promised order, signed for the endpoint they
 * go to, again and again for three days of provider time until a 2xx. What was undelivered when the sandbox
 * stopped goes out again when it starts.
 */
export function createEvents(kernel: Kernel, books: Books, options: StripeOptions): { emit: Emit } {
  let heldBack: (() => void)[] = [];

  const post = async (event: StripeEvent): Promise<boolean> => {
    const body = JSON.stringify(event);
    const secret = event.account ? options.connectWebhookSecret : options.webhookSecret;
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      "stripe-signature": signEvent(body, secret),
    };
    const url = new URL(options.webhookUrl);
    const entry = kernel.requests.add({
      provider: "stripe",
      direction: "to-product",
      method: "POST",
      path: url.pathname + url.search,
      headers,
      body,
    });
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
      entry.status = response.status;
      entry.response = (await response.text()).slice(0, 4_000);
      return response.ok;
    } catch (error) {
      entry.response = String(error);
      return false;
    }
  };

  const attempt = async (id: string): Promise<void> => {
    const delivery = books.undelivered.get(id);
    if (!delivery) return;
    delivery.attempts += 1;
    books.undelivered.set(id, delivery);
    const fault = deliveryFault(kernel, options.webhookUrl);
    if (fault?.kind === "delay") return later(fault.value ?? 5_000, id);
    if (fault?.kind === "reorder" && heldBack.length === 0) return holdBack(id);
    // `timeout`: lost on the way. `drop`: it arrives, but its answer does not come back. Both are sent again.
    if (fault?.kind === "timeout") return retry(id);
    const attempts = [post(delivery.event)];
    if (fault?.kind === "duplicate") attempts.push(post(delivery.event));
    const delivered = (await Promise.all(attempts)).every(Boolean) && fault?.kind !== "drop";
    if (!delivered) retry(id);
    else settle(id);
    release();
  };

  const settle = (id: string) => void books.undelivered.delete(id);

  const later = (ms: number, id: string) => void kernel.scheduler.after(ms, () => attempt(id));

  const retry = (id: string) => {
    const delivery = books.undelivered.get(id);
    if (!delivery) return;
    const wait = BACK_OFF_MS[Math.min(delivery.attempts, BACK_OFF_MS.length) - 1] ?? GIVE_UP_MS;
    if (kernel.scheduler.now() - delivery.firstAt + wait > GIVE_UP_MS) settle(id);
    else later(wait, id);
  };

  const holdBack = (id: string) => {
    let sent = false;
    const send = () => {
      if (sent) return;
      sent = true;
      void attempt(id);
    };
    heldBack.push(send);
    kernel.scheduler.after(REORDER_WAIT_MS, send);
  };

  const release = () => {
    const waiting = heldBack;
    heldBack = [];
    for (const send of waiting) send();
  };

  for (const id of [...books.undelivered.entries()].map(([id]) => id)) later(1_000, id);

  return {
    emit(type, account, object, previous) {
      const event = makeEvent(type, account, object, previous);
      books.events.set(event.id, event);
      forgetOldest(books);
      books.undelivered.set(event.id, { event, attempts: 0, firstAt: kernel.scheduler.now() });
      // The answer to the request that caused it leaves first, as a rule.
      setImmediate(() => void attempt(event.id));
    },
  };
}

function forgetOldest({ events }: Books): void {
  const [oldest] = events.entries();
  if (oldest && events.size > EVENTS_KEPT) events.delete(oldest[0]);
}

function makeEvent(
  type: string,
  account: string | null,
  object: unknown,
  previous?: Record<string, unknown>,
): StripeEvent {
  const data = { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) };
  return {
    id: newId("evt"),
    object: "event",
    ...(account ? { account } : {}),
    api_version: API_VERSION,
    context: null,
    created: unixNow(),
    data,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
}

/** API calls share the kinds `delay`, `drop` and `timeout`; here they need a path, or the API's faults would be used up. */
function deliveryFault(kernel: Kernel, webhookUrl: string) {
  const path = new URL(webhookUrl).pathname;
  const aimed = kernel.faults
    .list()
    .some((fault) => fault.provider === "stripe" && fault.path && path.includes(fault.path));
  const kinds = aimed
    ? (["duplicate", "reorder", "delay", "drop", "timeout"] as const)
    : (["duplicate", "reorder"] as const);
  return kernel.faults.take("stripe", path, kinds);
}
