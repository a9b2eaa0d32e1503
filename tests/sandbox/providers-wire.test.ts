import { Hono } from "hono";
import { beforeEach, describe, expect, test } from "vitest";
import type { NextStep } from "../../functions/domain/calls/reply.ts";
import { createHttpClient } from "../../functions/platform/http.ts";
import { createStripeClient } from "../../functions/providers/stripe/client.ts";
import { toPaymentEvent } from "../../functions/providers/stripe/translate.ts";
import { createStripeVerifier } from "../../functions/providers/stripe/verify.ts";
import { createTwilioClient } from "../../functions/providers/twilio/client.ts";
import { toMessagingTwiml, toTwiml } from "../../functions/providers/twilio/twiml.ts";
import { createTwilioVerifier } from "../../functions/providers/twilio/verify.ts";
import { createKernel } from "../../sandbox/kernel/kernel.ts";
import { createStripe } from "../../sandbox/stripe/stripe.ts";
import { signRequest } from "../../sandbox/twilio/signature.ts";
import { createTwilio } from "../../sandbox/twilio/twilio.ts";
import { parseMessaging, parseVoice } from "../../sandbox/twilio/twiml/parse.ts";

// The product's own clients against the faked providers, with nothing between but the wire format: what one side
// says the other must understand.
const BASE = "http://sandbox.test/_sandbox";
const SID = `AC${"0".repeat(31)}1`;

function world() {
  const kernel = createKernel({ baseUrl: BASE });
  const webhooks: { body: string; signature: string | undefined }[] = [];
  const originalFetch = globalThis.fetch;
  const stripe = createStripe(kernel, {
    secretKey: "sk_test_1",
    webhookUrl: "http://product.test/stripe",
    webhookSecret: "whsec_platform",
    connectWebhookSecret: "whsec_connect",
  });
  const twilio = createTwilio(kernel, { accountSid: SID, authToken: "secret" });
  const app = new Hono().basePath("/_sandbox").route("/stripe", stripe.app).route("/twilio", twilio.app);
  const wire: typeof fetch = async (input, init) => app.fetch(new Request(input, init));
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith("http://product.test/")) return originalFetch(request);
    webhooks.push({
      body: await request.text(),
      signature: request.headers.get("stripe-signature") ?? undefined,
    });
    return new Response("ok");
  };
  const http = (name: string) => createHttpClient(name, { fetch: wire });
  return {
    sandbox: { stripe, twilio },
    webhooks,
    stripe: createStripeClient({
      secretKey: "sk_test_1",
      apiBaseUrl: `${BASE}/stripe`,
      http: http("stripe"),
    }),
    twilio: createTwilioClient({
      accountSid: SID,
      authToken: "secret",
      apiBaseUrl: `${BASE}/twilio`,
      http: http("twilio"),
    }),
    restore() {
      kernel.scheduler.stop();
      globalThis.fetch = originalFetch;
    },
  };
}
let it: ReturnType<typeof world>;
beforeEach(() => {
  it = world();
  return () => it.restore();
});

describe("Stripe", () => {
  test("from opening an account to giving money back, every event understood", async () => {
    await it.stripe.ping();
    const account = await it.stripe.createAccount({
      merchantId: "m1",
      name: "Chez M",
      country: "CA",
      idempotencyKey: "a",
    });
    const again = await it.stripe.createAccount({
      merchantId: "m1",
      name: "Chez M",
      country: "CA",
      idempotencyKey: "a",
    });
    expect(again.accountId).toBe(account.accountId);
    const { accountId } = account;
    const link = await it.stripe.accountLink({
      accountId,
      refreshUrl: "http://a/r",
      returnUrl: "http://a/b",
    });
    expect(link.url).toMatch(/^http/);
    it.sandbox.stripe.account(accountId, "finish");
    expect(await it.stripe.getAccount(accountId)).toMatchObject({
      chargesEnabled: true,
      requirementsDue: [],
    });

    const order = {
      accountId,
      orderId: "o1",
      merchantId: "m1",
      currency: "cad",
      lines: [{ name: "Poutine", unitAmountCents: 1000, quantity: 2 }],
      taxLines: [{ name: "TPS", amountCents: 100 }],
      feeCents: 21,
      locale: "fr" as const,
      successUrl: "http://a/s",
      cancelUrl: "http://a/c",
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    };
    const checkout = await it.stripe.createCheckout({ ...order, idempotencyKey: "o1:1" });
    expect(checkout).toMatchObject({ state: "open", paid: false, amountCents: 2100, orderId: "o1" });
    const { sessionId } = checkout;
    it.sandbox.stripe.checkout(sessionId, "pay");
    const paid = await it.stripe.getCheckout({ accountId, sessionId });
    expect(paid).toMatchObject({ state: "complete", paid: true });
    expect(await it.stripe.expireCheckout({ accountId, sessionId })).toMatchObject({ state: "complete" });
    await it.stripe.refund({
      accountId,
      paymentIntentId: paid.paymentIntentId ?? "",
      amountCents: 500,
      idempotencyKey: "r1",
      refundApplicationFee: true,
    });
    const open = await it.stripe.createCheckout({ ...order, orderId: "o2", idempotencyKey: "o2:1" });
    expect((await it.stripe.expireCheckout({ accountId, sessionId: open.sessionId })).state).toBe("expired");

    const verify = createStripeVerifier({
      webhookSecret: "whsec_platform",
      connectWebhookSecret: "whsec_connect",
    });
    const understood = async () => {
      const events = await Promise.all(it.webhooks.map(({ body, signature }) => verify(body, signature)));
      return events.flatMap(({ event }) => toPaymentEvent(event) ?? []);
    };
    await expect
      .poll(async () => (await understood()).map((event) => event.kind).sort(), { timeout: 5000 })
      .toEqual(
        expect.arrayContaining(["account_updated", "checkout_completed", "checkout_expired", "refunded"]),
      );
    for (const event of await understood()) expect(event.accountId).toBe(accountId);
    expect((await understood()).find((event) => event.kind === "refunded")).toMatchObject({
      orderId: "o1",
      refundedCents: 500,
      amountCents: 2100,
    });
  });
});

describe("Twilio", () => {
  const routes = {
    voiceUrl: "http://product.test/v#rc=2&rp=ct,rt,5xx&rt=6000",
    voiceFallbackUrl: "http://product.test/f",
    statusCallback: "http://product.test/s",
    smsUrl: "http://product.test/m",
    smsFallbackUrl: "http://product.test/mf",
  };

  test("a number is found, bought, recognised, led elsewhere and given back", async () => {
    expect((await it.twilio.fetchAccount()).status).toBe("active");
    const [free] = await it.twilio.searchNumbers({ country: "CA", areaCode: "514", limit: 1 });
    const bought = await it.twilio.buyNumber({
      phoneNumber: free?.phoneNumber ?? "",
      friendlyName: "callwaiting:m1",
      ...routes,
    });
    expect(await it.twilio.findNumberByFriendlyName("callwaiting:m1")).toEqual(bought);
    expect(await it.twilio.findNumberByFriendlyName("callwaiting:m2")).toBeNull();
    expect((await it.twilio.updateNumber(bought.sid, { voiceUrl: "http://product.test/v2" })).sid).toBe(
      bought.sid,
    );
    await it.twilio.releaseNumber(bought.sid);
    await it.twilio.releaseNumber(bought.sid);
    expect(await it.twilio.findNumberByFriendlyName("callwaiting:m1")).toBeNull();
  });

  test("a text is sent, and found again by an attempt that never heard of it", async () => {
    const [free] = await it.twilio.searchNumbers({ country: "CA", areaCode: "514", limit: 1 });
    const number = await it.twilio.buyNumber({
      phoneNumber: free?.phoneNumber ?? "",
      friendlyName: "callwaiting:m1",
      ...routes,
    });
    const sentAfter = new Date().toISOString();
    const sms = { to: "+15145550199", from: number.phoneNumber, body: "Payez ici : https://x/é" };
    const sent = await it.twilio.sendSms({ ...sms, statusCallback: "http://product.test/ms" });
    expect((await it.twilio.findSms({ ...sms, sentAfter }))?.sid).toBe(sent.sid);
    expect(await it.twilio.findSms({ ...sms, sentAfter, notSids: [sent.sid] })).toBeNull();
    expect(await it.twilio.findSms({ ...sms, body: "autre", sentAfter })).toBeNull();
  });

  test.each<NextStep>([
    { kind: "gather", action: "/t?t=1", input: ["speech", "dtmf"], hints: ["café, noir"], numDigits: 1 },
    { kind: "gather", action: "/t", input: ["dtmf"], finishOnKey: "#", timeoutSeconds: 8 },
    {
      kind: "record",
      action: "/r",
      recordingStatusCallback: "/rs",
      transcribeCallback: "/tr",
      maxSeconds: 120,
    },
    { kind: "dial", number: "+15145550123", callerId: "+15145550100", action: "/d", timeoutSeconds: 20 },
    { kind: "redirect", action: "/ivr" },
    { kind: "hangup" },
  ])("$kind is TwiML that a strict reader takes", (next) => {
    const prompts = [
      { text: "Hello & <welcome>", locale: "en" as const },
      { text: "Bonjour", locale: "fr" as const },
    ];
    const xml = toTwiml({ prompts, next }, { publicBaseUrl: "https://calls.example" });
    const verbs = parseVoice("text/xml", xml).map((verb) => verb.name);
    const expected = next.kind.charAt(0).toUpperCase() + next.kind.slice(1);
    const said = next.kind === "gather" ? [] : ["Say", "Say"];
    // An empty recording falls through to what follows it.
    expect(verbs).toEqual([...said, expected, ...(next.kind === "record" ? ["Redirect"] : [])]);
  });

  test("an SMS is answered in TwiML that a strict reader takes", () => {
    expect(parseMessaging("text/xml", toMessagingTwiml("Merci !"))).toHaveLength(1);
    expect(parseMessaging("text/xml", toMessagingTwiml())).toHaveLength(0);
  });

  test("what one side signs the other trusts", async () => {
    const verify = createTwilioVerifier({ authToken: "secret", publicBaseUrl: "http://localhost:3000" });
    const params = { CallSid: "CA1", SpeechResult: "deux cafés & l'addition", Digits: "" };
    const path = "/api/webhooks/twilio/turn?call=1&t=2";
    const signature = signRequest("secret", `http://localhost:3000${path}`, params);
    const rawBody = new URLSearchParams(params).toString();
    expect({ ...(await verify({ path, rawBody, signature })) }).toEqual(params);
  });
});
