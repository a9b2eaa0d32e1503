import { createHash, createHmac, randomUUID } from "node:crypto";

/** How a provider signs, written from its documentation and from nothing of the product's own code. */
export type Scheme = {
  contentType: string;
  /** Headers that make `body`, sent to `target`, trusted; `agoSeconds` old where the scheme has time. */
  sign(target: string, body: string, agoSeconds?: number): Record<string, string>;
  /** Signed by somebody who does not know the secret. */
  forge(target: string, body: string): Record<string, string>;
  /** A signature this old is refused, in seconds; absent where the scheme has no time. */
  lifetime?: number;
};

const now = () => Math.floor(Date.now() / 1000);

/** https://www.twilio.com/docs/usage/webhooks/webhooks-security: base64 HMAC-SHA1 of the URL and the sorted parameters. */
export const twilio: Scheme = {
  contentType: "application/x-www-form-urlencoded",
  sign: (target, body) => twilioHeaders(process.env.TWILIO_AUTH_TOKEN ?? "", target, body),
  forge: (target, body) => twilioHeaders("not the auth token", target, body),
};

function twilioHeaders(token: string, target: string, body: string): Record<string, string> {
  const params = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : 1));
  const signed = `${process.env.PUBLIC_BASE_URL}${target}${params.map((pair) => pair.join("")).join("")}`;
  return { "x-twilio-signature": createHmac("sha1", token).update(signed).digest("base64") };
}

/** https://docs.stripe.com/webhooks#verify-manually: hex HMAC-SHA256 of `time.body`. */
export const stripe: Scheme = {
  contentType: "application/json",
  lifetime: 300,
  sign: (_, body, ago = 0) => stripeHeaders(process.env.STRIPE_CONNECT_WEBHOOK_SECRET ?? "", body, ago),
  forge: (_, body) => stripeHeaders("whsec_of_somebody_else", body, 0),
};

function stripeHeaders(secret: string, body: string, agoSeconds = 0): Record<string, string> {
  const time = now() - agoSeconds;
  const v1 = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
  return { "stripe-signature": `t=${time},v1=${v1}` };
}

type Body = string | Uint8Array;
type QstashOptions = { key?: string | undefined; url?: string; agoSeconds?: number; body?: Body };

/** https://upstash.com/docs/qstash/howto/signature: a JWT (HS256) over the destination and the body's hash. */
export function qstashHeaders(
  target: string,
  body: Body,
  options: QstashOptions = {},
): Record<string, string> {
  const { key = process.env.QSTASH_CURRENT_SIGNING_KEY ?? "", agoSeconds = 0 } = options;
  const at = now() - agoSeconds;
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    ...{ iss: "Upstash", sub: options.url ?? `${process.env.PUBLIC_BASE_URL}${target}` },
    ...{ iat: at, nbf: at, exp: at + 300, jti: `jwt_${randomUUID()}` },
    body: createHash("sha256")
      .update(options.body ?? body)
      .digest("base64url"),
  };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return { "upstash-signature": `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}` };
}
