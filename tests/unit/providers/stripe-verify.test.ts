import { createHmac } from "node:crypto";
import fc from "fast-check";
import Stripe from "stripe";
import { expect, test } from "vitest";
import { AppError } from "../../../functions/platform/errors.ts";
import { createStripeVerifier } from "../../../functions/providers/stripe/verify.ts";
import { stripeJson } from "./support/fixtures.ts";

const SECRET = "whsec_test_secret";
const CONNECT = "whsec_connect_secret";
const AT = 1_700_000_000;
const PAYLOAD = '{"id":"evt_test_webhook","object":"event"}';
const VECTOR = `t=${AT},v1=d95c6b7477fbd7e9f90b1b0ef5f9c7ac25abca5382460e0d988c2b2a5b71b990`;

const verifyAt = (seconds: number) =>
  createStripeVerifier({ webhookSecret: SECRET, connectWebhookSecret: CONNECT, now: () => seconds * 1000 });
const verify = verifyAt(AT + 10);

/** The published scheme, written down apart. */
const sign = (secret: string, payload: string, at = AT) =>
  `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex")}`;

const refused = (code: string) => expect.objectContaining({ name: AppError.name, code });

test("the known vector is trusted, as the platform's", async () => {
  const { event, endpoint } = await verify(PAYLOAD, VECTOR);
  expect(event.id).toBe("evt_test_webhook");
  expect(endpoint).toBe("platform");
});

test("what Stripe's own library signs for merchants' accounts is trusted, as theirs", async () => {
  const payload = stripeJson("checkout-completed");
  const signature = await Stripe.webhooks.generateTestHeaderStringAsync({
    payload,
    secret: CONNECT,
    timestamp: AT,
  });
  expect(await verify(payload, signature)).toMatchObject({ endpoint: "connect", event: { id: "evt_1" } });
});

test("while a secret is rolled, one good signature among several is enough", async () => {
  await expect(verify(PAYLOAD, `${sign("old", PAYLOAD)},${VECTOR.split(",")[1]}`)).resolves.toBeDefined();
});

test.each([
  ["missing", PAYLOAD, undefined],
  ["empty", PAYLOAD, ""],
  ["not a signature", PAYLOAD, "hello"],
  ["without a time", PAYLOAD, VECTOR.split(",")[1]],
  ["of another scheme", PAYLOAD, VECTOR.replace("v1=", "v0=")],
  ["made with another secret", PAYLOAD, sign("whsec_other", PAYLOAD)],
  ["of another body", PAYLOAD.replace("evt_", "evil_"), VECTOR],
  ["of an empty body", "", sign("whsec_other", "")],
  ["of a time that is none", PAYLOAD, sign(SECRET, PAYLOAD).replace(/\d+/, "soon")],
  ["in letters of another case", PAYLOAD, VECTOR.toUpperCase()],
  ["moved to another time", PAYLOAD, VECTOR.replace(String(AT), String(AT + 1))],
])("401 when the signature is %s", async (_, body, signature) => {
  await expect(verify(body, signature)).rejects.toEqual(refused("unauthenticated"));
});

test("401 when it is more than five minutes old", async () => {
  await expect(verifyAt(AT + 300)(PAYLOAD, VECTOR)).resolves.toBeDefined();
  await expect(verifyAt(AT + 302)(PAYLOAD, VECTOR)).rejects.toEqual(refused("unauthenticated"));
});

test.each([
  ["a thin event", '{"id":"evt_1","object":"v2.core.event","type":"v2.x"}'],
  ["no JSON", "hello"],
  ["null", "null"],
  ["nothing", ""],
])("400 when Stripe signed %s: the endpoint is set up wrong there", async (_, payload) => {
  await expect(verify(payload, sign(SECRET, payload))).rejects.toEqual(refused("invalid_request"));
});

test("no body or signature made without the secret is ever trusted", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string({ minLength: 1 }), async (body, guess) => {
      fc.pre(guess !== SECRET && guess !== CONNECT);
      await expect(verify(body, sign(guess, body))).rejects.toEqual(refused("unauthenticated"));
    }),
  );
});
