// Every provider once, on whatever runtime runs this file; says what it saw as JSON on the last line.
import { createHttpClient } from "../../../../functions/platform/http.ts";
import { createSmtpSender } from "../../../../functions/providers/smtp/client.ts";
import { createStripeClient } from "../../../../functions/providers/stripe/client.ts";
import { createStripeVerifier } from "../../../../functions/providers/stripe/verify.ts";
import { createTwilioClient } from "../../../../functions/providers/twilio/client.ts";
import { toGatherResult } from "../../../../functions/providers/twilio/translate.ts";
import { toTwiml } from "../../../../functions/providers/twilio/twiml.ts";
import { createTwilioVerifier } from "../../../../functions/providers/twilio/verify.ts";
import { json, refusedUrl, reset, serve, silent } from "./server.ts";

/** What went wrong, in the words callers decide by. */
async function outcome(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "done";
  } catch (error) {
    const { name, code, kind } = error as { name: string; code?: string; kind?: string };
    return `${name} ${kind ?? code}`;
  }
}

async function verifiers() {
  const body =
    "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
  const twilio = createTwilioVerifier({ authToken: "12345", publicBaseUrl: "https://mycompany.com" });
  const request = (signature: string) => ({ path: "/myapp.php?foo=1&bar=2", rawBody: body, signature });
  const stripe = createStripeVerifier({
    webhookSecret: "whsec_test_secret",
    connectWebhookSecret: "whsec_other",
    now: () => 1_700_000_000_000,
  });
  const payload = '{"id":"evt_test_webhook","object":"event"}';
  const vector = "t=1700000000,v1=d95c6b7477fbd7e9f90b1b0ef5f9c7ac25abca5382460e0d988c2b2a5b71b990";
  return {
    twilio: toGatherResult(await twilio(request("RSOYDt4T1cUTdK1PDd93/VVr8B8="))),
    twilioForged: await outcome(twilio(request("RSOYDt4T1cUTdK1PDd93/VVr8B9="))),
    stripe: (await stripe(payload, vector)).event.id,
    stripeForged: await outcome(stripe(`${payload} `, vector)),
  };
}

const twiml = toTwiml(
  {
    prompts: [{ text: "Bonjour & bienvenue", locale: "fr" }],
    next: {
      kind: "gather",
      action: "/turn?t=1",
      input: ["speech", "dtmf"],
      hints: ["poutine"],
      numDigits: 1,
    },
  },
  { publicBaseUrl: "https://calls.example" },
);

async function clients() {
  const at = (apiBaseUrl: string, timeoutMs: number) => ({
    stripe: createStripeClient({
      secretKey: "sk",
      apiBaseUrl,
      http: createHttpClient("stripe", { timeoutMs }),
    }),
    twilio: createTwilioClient({
      accountSid: "AC1",
      authToken: "t",
      apiBaseUrl,
      http: createHttpClient("twilio", { timeoutMs }),
    }),
  });
  const sms = { to: "+15145550199", from: "+15145550100", body: "é" };
  const refund = {
    accountId: "acct_1",
    paymentIntentId: "pi_1",
    amountCents: 1,
    idempotencyKey: "k",
    refundApplicationFee: true,
  };
  // Long enough for a busy machine; only who never answers is given up on soon.
  const both = async (apiBaseUrl: string, timeoutMs = 10_000) => [
    await outcome(at(apiBaseUrl, timeoutMs).twilio.sendSms(sms)),
    await outcome(at(apiBaseUrl, timeoutMs).stripe.refund(refund)),
  ];
  await using fine = await serve(json(200, { sid: "SM1", status: "queued", id: "re_1", amount: 1 }));
  await using refusing = await serve(json(400, { error: { message: "no" } }));
  await using cutting = await serve(reset);
  await using quiet = await serve(silent);
  return {
    fine: await both(fine.url),
    refusing: await both(refusing.url),
    cutting: await both(cutting.url),
    quiet: await both(quiet.url, 200),
    nobody: await both(await refusedUrl()),
    mail: await outcome(
      createSmtpSender({ url: (await refusedUrl()).replace("http", "smtp"), from: "a@b.ca" }).ping(),
    ),
  };
}

console.log(JSON.stringify({ ...(await verifiers()), twiml, ...(await clients()) }));
