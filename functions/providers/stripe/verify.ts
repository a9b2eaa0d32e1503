import type Stripe from "stripe";
import { AppError } from "../../platform/errors.ts";
import { lazy } from "../../platform/lazy.ts";
import { utf8 } from "../../platform/secrets.ts";

/** Which of our two endpoints at Stripe an event was meant for: each has its own secret. */
export type StripeEndpoint = "platform" | "connect";

export type VerifiedStripeEvent = { event: Stripe.Event; endpoint: StripeEndpoint };

export type StripeVerifier = (rawBody: string, signature: string | undefined) => Promise<VerifiedStripeEvent>;

type VerifierOptions = {
  webhookSecret: string;
  connectWebhookSecret: string;
  /** Milliseconds since the epoch; only the age of a signature depends on it. */
  now?: () => number;
};

const TOLERANCE_SECONDS = 300;

/**
 * Trusts what Stripe signed in the last five minutes with either secret. Not through Stripe's own library, whose
 * verifier comes with its whole client: that tripled the webhook and its cold start (docs/decisions/0010).
 * https://docs.stripe.com/webhooks#verify-manually
 * @throws AppError unauthenticated when missing, forged or stale; invalid_request when what was signed is not a
 *   snapshot event: that endpoint is set up wrong at Stripe, and its dashboard should show it.
 */
export function createStripeVerifier(options: VerifierOptions): StripeVerifier {
  const now = options.now ?? Date.now;
  const keys = lazy(
    async (): Promise<[StripeEndpoint, CryptoKey][]> => [
      ["platform", await importKey(options.webhookSecret)],
      ["connect", await importKey(options.connectWebhookSecret)],
    ],
  );

  return async (rawBody, header) => {
    if (!header) throw new AppError("unauthenticated", "The Stripe-Signature header is missing.");
    const { timestamp, signatures } = parseHeader(header);
    const signed = utf8(`${timestamp}.${rawBody}`);
    for (const [endpoint, key] of await keys()) {
      if (!(await isSigned(key, signatures, signed))) continue;
      if (Math.floor(now() / 1000) - timestamp > TOLERANCE_SECONDS) {
        throw new AppError("unauthenticated", "The Stripe-Signature header is more than five minutes old.");
      }
      return { event: parseEvent(rawBody), endpoint };
    }
    throw new AppError("unauthenticated", "The Stripe-Signature header does not match this request.");
  };
}

const importKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", utf8(secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);

/** `t=<seconds>,v1=<hex>`, with one `v1` for each secret while one is being rolled; other schemes are not ours. */
function parseHeader(header: string): { timestamp: number; signatures: Uint8Array<ArrayBuffer>[] } {
  const fields = header.split(",").map((field) => field.trim().split("=", 2));
  const values = (wanted: string) =>
    fields.filter(([name]) => name === wanted).map(([, value = ""]) => value);
  const [timestamp = ""] = values("t");
  return {
    timestamp: /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN,
    signatures: values("v1")
      .filter((hex) => /^[0-9a-f]{64}$/.test(hex))
      .map((hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))),
  };
}

/** In constant time, as the platform compares them. */
async function isSigned(
  key: CryptoKey,
  signatures: readonly Uint8Array<ArrayBuffer>[],
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const checks = signatures.map((signature) => crypto.subtle.verify("HMAC", key, signature, signed));
  return (await Promise.all(checks)).includes(true);
}

function parseEvent(rawBody: string): Stripe.Event {
  const event = parseJson(rawBody);
  if (event?.object !== "event")
    throw new AppError("invalid_request", "This is not a Stripe snapshot event.");
  return event as Stripe.Event;
}

function parseJson(text: string): { object?: unknown } | null {
  try {
    return JSON.parse(text) as { object?: unknown } | null;
  } catch {
    return null;
  }
}
