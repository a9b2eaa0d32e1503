import { ProviderError } from "../../platform/errors.ts";
import { done, type JobOutcome, retry } from "../../platform/job-outcome.ts";

/** A message that this attempt, and no other, may send. */
export type ClaimedMessage = {
  id: string;
  to: string;
  from: string | null;
  subject: string | null;
  body: string;
  html: string | null;
  merchantName: string;
};

export type Claim =
  | { outcome: "settled" }
  | { outcome: "busy"; until: string }
  /** `uncertainSince` (ISO 8601): an earlier attempt began then and its fate is not known. */
  | { outcome: "claimed"; message: ClaimedMessage; uncertainSince: string | null; knownIds: string[] };

export type MessageResult =
  | { status: "sent"; provider: string; providerId: string }
  | { status: "failed"; provider: string; errorCode?: string; error: string }
  /** `not_sent`: surely not taken. `unknown`: perhaps taken; the next attempt finds out first. */
  | { status: "not_sent" | "unknown"; provider: string; errorCode?: string; error: string };

export type DeliveryPorts = {
  claim(messageId: string, leaseUntil: Date): Promise<Claim>;
  record(messageId: string, result: MessageResult): Promise<void>;
};

export type Sender = {
  provider: string;
  send(message: ClaimedMessage): Promise<string>;
  /** The provider's id of what an earlier attempt left there, or null. Absent where a provider cannot tell. */
  find?(message: ClaimedMessage, since: string, knownIds: string[]): Promise<string | null>;
};

/** Sends a message once: claimed under a lease, looked up first when an earlier attempt may have gone through. */
export async function deliver(
  ports: DeliveryPorts,
  sender: Sender,
  messageId: string,
  attempt: { leaseUntil: Date; now: Date },
): Promise<JobOutcome> {
  const claim = await ports.claim(messageId, attempt.leaseUntil);
  if (claim.outcome === "settled") return done("already settled");
  if (claim.outcome === "busy") {
    const seconds = Math.ceil((Date.parse(claim.until) - attempt.now.getTime()) / 1000);
    return retry("another attempt is sending it", Math.max(1, seconds));
  }
  const { message, uncertainSince, knownIds } = claim;
  if (uncertainSince && sender.find) {
    const found = await sender.find(message, uncertainSince, knownIds);
    if (found) {
      await ports.record(messageId, { status: "sent", provider: sender.provider, providerId: found });
      return done("an earlier attempt had sent it");
    }
  }
  return send(ports, sender, message);
}

async function send(ports: DeliveryPorts, sender: Sender, message: ClaimedMessage): Promise<JobOutcome> {
  const { provider } = sender;
  try {
    const providerId = await sender.send(message);
    await ports.record(message.id, { status: "sent", provider, providerId });
    return done();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const code = error.providerCode === undefined ? {} : { errorCode: error.providerCode };
    if (error.kind === "permanent") {
      await ports.record(message.id, { status: "failed", provider, ...code, error: error.message });
      return done("refused by the provider");
    }
    const status = error.kind === "retry" ? "not_sent" : "unknown";
    await ports.record(message.id, { status, provider, ...code, error: error.message });
    throw error;
  }
}
