import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Client } from "@upstash/qstash";
import { Redis } from "@upstash/redis";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createHttpClient } from "../../functions/platform/http.ts";
import { createTwilioClient } from "../../functions/providers/twilio/client.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../sandbox/sandbox.ts";

const CUSTOMER = "+15145550199";

let dataDir: string;
let sandbox: Sandbox;
let close: () => Promise<void>;
let url: string;

const product = (path: string) =>
  path === "/voice"
    ? new Response(`<Response><Gather input="speech"/></Response>`, {
        headers: { "content-type": "text/xml" },
      })
    : new Response(null, { status: 204 });

/** The sandbox under `/_sandbox` of a server whose other paths are a product of few words. */
async function open(options: Partial<SandboxOptions> = {}) {
  let current: Sandbox | undefined;
  const fetchApp = (request: Request, env: object) => {
    const target = new URL(request.url);
    if (!target.pathname.startsWith("/_sandbox/")) return product(target.pathname);
    target.pathname = target.pathname.slice("/_sandbox".length);
    return current?.app.fetch(new Request(target, request), env) ?? new Response(null, { status: 503 });
  };
  const server = await new Promise<{ port: number; stop(): void }>((resolve) => {
    const started = serve({ fetch: fetchApp, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({ port, stop: () => started.close() }),
    );
  });
  url = `http://127.0.0.1:${server.port}`;
  current = createSandbox({
    baseUrl: `${url}/_sandbox`,
    productUrl: url,
    mailPort: 0,
    dataDir,
    timeScale: 20,
    ...options,
  });
  await current.start();
  sandbox = current;
  close = async () => {
    await current?.stop();
    server.stop();
  };
}

const control = async (method: string, path: string, body?: object) => {
  const response = await fetch(`${url}/_sandbox${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

const productsTwilio = () => {
  const { env } = sandbox;
  return createTwilioClient({
    http: createHttpClient("twilio"),
    accountSid: env.TWILIO_ACCOUNT_SID ?? "",
    authToken: env.TWILIO_AUTH_TOKEN ?? "",
    apiBaseUrl: env.TWILIO_API_BASE_URL ?? "",
  });
};

const routes = () => ({
  voiceUrl: `${url}/voice#rc=2&rp=ct,5xx`,
  voiceFallbackUrl: `${url}/fallback`,
  statusCallback: `${url}/status`,
  smsUrl: `${url}/sms`,
  smsFallbackUrl: `${url}/sms-fallback`,
});

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "callwaiting-sandbox-"));
  await open();
});
afterEach(async () => {
  await close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("every provider behind one address", () => {
  test("the product's own Twilio client buys a number, and finds the text whose answer was lost", async () => {
    const twilio = productsTwilio();
    expect(await twilio.fetchAccount()).toMatchObject({ status: "active" });
    const [offer] = await twilio.searchNumbers({ country: "CA", areaCode: "514", limit: 3 });
    const order = { ...routes(), phoneNumber: offer?.phoneNumber ?? "", friendlyName: "merchant-1" };
    const number = await twilio.buyNumber(order);
    expect(await twilio.findNumberByFriendlyName("merchant-1")).toEqual(number);

    await control("POST", "/faults", { provider: "twilio", path: "/Messages", drop: true });
    const sms = { to: CUSTOMER, from: number.phoneNumber, body: "Your order is ready" };
    await expect(twilio.sendSms(sms)).rejects.toMatchObject({ kind: "unknown" });
    const sentAfter = new Date(Date.now() - 1_000).toISOString();
    expect(await twilio.findSms({ ...sms, sentAfter })).toMatchObject({ sid: expect.stringMatching(/^SM/) });
    expect((await control("GET", "/sms")).body.messages).toHaveLength(1);
  });

  test("QStash, Redis and mail answer at the addresses and keys in env", async () => {
    const { env } = sandbox;
    const qstash = new Client({
      baseUrl: env.QSTASH_URL ?? "",
      token: env.QSTASH_TOKEN ?? "",
      enableTelemetry: false,
    });
    await qstash.publishJSON({ url: `${url}/job`, body: { n: 1 }, delay: 3600 });
    expect((await control("GET", "/queue")).body.waiting).toMatchObject([{ url: `${url}/job` }]);

    const redis = new Redis({
      url: env.UPSTASH_REDIS_REST_URL ?? "",
      token: env.UPSTASH_REDIS_REST_TOKEN ?? "",
    });
    await redis.set("greeting", "bonjour");
    expect(await redis.get("greeting")).toBe("bonjour");

    const mail = createTransport(env.SMTP_URL);
    await mail.sendMail({
      from: "a@shop.example",
      to: "marie@client.example",
      subject: "Reçu",
      text: "Merci",
    });
    mail.close();
    const { body } = await control("GET", "/mail?to=marie@client.example");
    expect(body.messages).toMatchObject([{ subject: "Reçu" }]);
  });

  test("Stripe answers too, and its books start empty", async () => {
    const response = await fetch(`${sandbox.env.STRIPE_API_BASE_URL}/v1/accounts/acct_1`, {
      headers: { authorization: `Bearer ${sandbox.env.STRIPE_SECRET_KEY}` },
    });
    expect((await response.json()).error.type).toBe("invalid_request_error");
    expect((await control("POST", "/checkout/cs_test_none", { outcome: "pay" })).status).toBe(404);
    expect((await control("GET", "/payments")).body.undelivered).toEqual([]);
  });
});

describe("a restart", () => {
  test("keeps the accounts' keys, the numbers and the waiting messages", async () => {
    const before = sandbox.env;
    const [offer] = await productsTwilio().searchNumbers({ country: "CA", limit: 1 });
    await productsTwilio().buyNumber({
      ...routes(),
      phoneNumber: offer?.phoneNumber ?? "",
      friendlyName: "m",
    });
    await close();
    await open();
    for (const name of ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "STRIPE_WEBHOOK_SECRET", "QSTASH_TOKEN"]) {
      expect(sandbox.env[name]).toBe(before[name]);
    }
    expect((await control("GET", "/numbers")).body.numbers).toMatchObject([
      { phoneNumber: offer?.phoneNumber },
    ]);
  });

  test("ends a call that was going on when it stopped", async () => {
    const [offer] = await productsTwilio().searchNumbers({ country: "CA", limit: 1 });
    const phoneNumber = offer?.phoneNumber ?? "";
    await productsTwilio().buyNumber({ ...routes(), phoneNumber, friendlyName: "m" });
    const rung = await control("POST", "/calls", { from: CUSTOMER, to: phoneNumber });
    expect(rung.body.expects).toBe("speech");
    await close();
    await open();
    const { body } = await control("GET", `/calls/${rung.body.callSid}`);
    expect(body).toMatchObject({ status: "completed", expects: "nothing" });
  });
});

describe("a reset", () => {
  test("empties every provider, and lets the product register again what it keeps there", async () => {
    await close();
    let registered = 0;
    await open({
      onReset: async () => {
        registered += 1;
      },
    });
    const [offer] = await productsTwilio().searchNumbers({ country: "CA", limit: 1 });
    await productsTwilio().buyNumber({
      ...routes(),
      phoneNumber: offer?.phoneNumber ?? "",
      friendlyName: "m",
    });
    const { env } = sandbox;
    const qstash = new Client({
      baseUrl: env.QSTASH_URL ?? "",
      token: env.QSTASH_TOKEN ?? "",
      enableTelemetry: false,
    });
    await qstash.publishJSON({ url: `${url}/job`, body: {}, delay: 3600 });
    expect((await control("POST", "/reset")).status).toBe(200);
    expect((await control("GET", "/numbers")).body.numbers).toEqual([]);
    expect((await control("GET", "/queue")).body.waiting).toEqual([]);
    expect(registered).toBe(1);
    expect(sandbox.env).toEqual(env);
  });
});
