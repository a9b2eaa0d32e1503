import { serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import webhooks from "twilio/lib/webhooks/webhooks.js";
import { createControl } from "../../sandbox/control/control.ts";
import { createKernel } from "../../sandbox/kernel/kernel.ts";
import { createMail } from "../../sandbox/mail/mail.ts";
import { createQstash } from "../../sandbox/qstash/qstash.ts";
import { createStripe } from "../../sandbox/stripe/stripe.ts";
import { createTwilio } from "../../sandbox/twilio/twilio.ts";

export const ACCOUNT_SID = "AC00000000000000000000000000000001";
export const AUTH_TOKEN = "12345";
export const CALLER = "+15145550199";

export type WebhookRequest = { path: string; params: Record<string, string>; token: string | undefined };

type Reply = string | { status?: number; type?: string; body?: string } | undefined;
export type Handler = (request: WebhookRequest) => Reply | Promise<Reply>;

/**
 * A small product over real HTTP: what it answers per path, and what it was sent. It validates every signature
 * with Twilio's own library and refuses what is not signed.
 */
export async function startProduct() {
  const handlers = new Map<string, Handler>();
  const received: WebhookRequest[] = [];
  const app = new Hono();
  let url = "";
  const answer = async (c: Context) => {
    const { pathname, search } = new URL(c.req.url);
    const params = Object.fromEntries(new URLSearchParams(c.req.method === "POST" ? await c.req.text() : ""));
    const signature = c.req.header("x-twilio-signature") ?? "";
    if (!webhooks.validateRequest(AUTH_TOKEN, signature, url + pathname + search, params))
      return c.text("forged", 401);
    const request = { path: pathname, params, token: c.req.header("i-twilio-idempotency-token") };
    received.push(request);
    const reply = await handlers.get(pathname)?.(request);
    if (reply === undefined) return c.body(null, 204);
    const {
      status = 200,
      type = "text/xml",
      body = "",
    } = typeof reply === "string" ? { body: reply } : reply;
    return c.body(body, status as 200, { "content-type": type });
  };
  app.all("*", answer);
  const server = await listen(app.fetch);
  url = server.url;
  return {
    url,
    on: (path: string, handler: Reply | Handler) =>
      handlers.set(path, typeof handler === "function" ? handler : () => handler),
    sent: (path: string) => received.filter((request) => request.path === path),
    close: server.close,
  };
}

/** Twilio and the control API on one port, under `/_sandbox`. */
export async function startTwilio(options: { dataDir?: string; timeScale?: number } = {}) {
  const outer = new Hono();
  const server = await listen(outer.fetch);
  const kernel = createKernel({
    baseUrl: `${server.url}/_sandbox`,
    timeScale: options.timeScale ?? 20,
    ...options,
  });
  const twilio = createTwilio(kernel, { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN });
  const qstash = createQstash(kernel, { token: "t", currentSigningKey: "sig_1", nextSigningKey: "sig_2" });
  const stripe = createStripe(kernel, {
    ...{ secretKey: "sk_test_1", webhookUrl: `${server.url}/stripe-hook` },
    ...{ webhookSecret: "whsec_1", connectWebhookSecret: "whsec_2" },
  });
  const mail = createMail(kernel, { port: 0 });
  const reset = async (what: "traffic" | "everything") => {
    kernel.faults.clear();
    twilio.reset(what);
  };
  outer.route("/_sandbox/twilio", twilio.app);
  outer.route("/_sandbox", createControl({ kernel, twilio, qstash, stripe, mail, timeScale: 20, reset }));

  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${server.url}/_sandbox${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    ...{ kernel, twilio, control, url: server.url },
    rest: (
      method: string,
      path: string,
      form?: Record<string, string>,
      auth = `${ACCOUNT_SID}:${AUTH_TOKEN}`,
    ) =>
      restCall(`${server.url}/_sandbox/twilio/2010-04-01/Accounts/${ACCOUNT_SID}${path}`, method, form, auth),
    async close() {
      kernel.scheduler.stop();
      kernel.stores.flush();
      await server.close();
    },
  };
}

export type TwilioWorld = Awaited<ReturnType<typeof startTwilio>>;

async function restCall(url: string, method: string, form: Record<string, string> | undefined, auth: string) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Basic ${Buffer.from(auth).toString("base64")}` },
    ...(form && { body: new URLSearchParams(form) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text, response };
}

/** Buys a number whose webhooks all lead to the product. */
export async function buyNumber(
  world: TwilioWorld,
  productUrl: string,
  settings: Record<string, string> = {},
) {
  const { status, body } = await world.rest("POST", "/IncomingPhoneNumbers.json", {
    AreaCode: "514",
    VoiceUrl: `${productUrl}/voice`,
    StatusCallback: `${productUrl}/status`,
    SmsUrl: `${productUrl}/sms`,
    ...settings,
  });
  if (status !== 201) throw new Error(`buying failed: ${JSON.stringify(body)}`);
  return body as { sid: string; phone_number: string };
}

/** Waits for something that happens a moment later. */
export async function eventually<T>(look: () => T | undefined | false, timeoutMs = 5_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`did not happen within ${timeoutMs} ms: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function listen(fetchApp: (request: Request) => Response | Promise<Response>) {
  return new Promise<{ url: string; close(): Promise<void> }>((resolve) => {
    const server = serve({ fetch: fetchApp, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((done) => {
            if ("closeAllConnections" in server) server.closeAllConnections();
            server.close(() => done());
          }),
      }),
    );
  });
}
