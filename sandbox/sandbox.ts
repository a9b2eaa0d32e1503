import { Hono } from "hono";
import { createControl } from "./control/control.ts";
import type { ResetScope } from "./control/machine.ts";
import { followAddress } from "./kernel/address.ts";
import { createKernel, type Kernel } from "./kernel/kernel.ts";
import { openKeys, type SandboxKeys } from "./keys.ts";
import { createMail, type FakeMail } from "./mail/mail.ts";
import { createQstash, type Qstash } from "./qstash/qstash.ts";
import { createRedis } from "./redis/redis.ts";
import { createStripe, type FakeStripe } from "./stripe/stripe.ts";
import { createTwilio, type Twilio } from "./twilio/twilio.ts";

export type SandboxOptions = {
  /** Where the sandbox is reached, e.g. `http://localhost:3000/_sandbox`. */
  baseUrl: string;
  /** The product's public URL: Stripe delivers to `/api/webhooks/stripe` below it. */
  productUrl: string;
  /** TCP port of the mail server; 0 takes any, and `env` is right once `start()` has resolved. */
  mailPort: number;
  /** Folder for the providers' books and the accounts' keys; without it both live in memory. */
  dataDir?: string;
  /** How many times faster than real time the providers' clocks run. Default 1. */
  timeScale?: number;
  /** Called after a reset of everything, to register again what the product keeps at its providers. */
  onReset?: () => Promise<void>;
};

export type Sandbox = {
  /** To be mounted at `baseUrl`: paths are without its prefix. */
  app: Hono;
  kernel: Kernel;
  twilio: Twilio;
  stripe: FakeStripe;
  qstash: Qstash;
  mail: FakeMail;
  /** Listens for mail and begins to deliver. Call it when the product answers. */
  start(): Promise<void>;
  /** Stops timers and the mail server, and saves the books. */
  stop(): Promise<void>;
  /** Empties the books: `traffic` keeps bought numbers, accounts and schedules. */
  reset(scope: ResetScope): Promise<void>;
  /** The product's variables for talking to these providers. */
  readonly env: Record<string, string>;
};

/** Every provider the product needs, faked on the wire, with its control API. Never deployed. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const productUrl = options.productUrl.replace(/\/$/, "");
  if (options.dataDir) followAddress(options.dataDir, { baseUrl: options.baseUrl, productUrl });
  const kernel = createKernel(options);
  const keys = openKeys(options.dataDir);
  const twilio = createTwilio(kernel, { accountSid: keys.twilioAccountSid, authToken: keys.twilioAuthToken });
  const qstash = createQstash(kernel, {
    token: keys.qstashToken,
    currentSigningKey: keys.qstashCurrentSigningKey,
    nextSigningKey: keys.qstashNextSigningKey,
  });
  const stripe = createStripe(kernel, {
    secretKey: keys.stripeSecretKey,
    webhookUrl: `${productUrl}/api/webhooks/stripe`,
    webhookSecret: keys.stripeWebhookSecret,
    connectWebhookSecret: keys.stripeConnectWebhookSecret,
  });
  const mail = createMail(kernel, { port: options.mailPort });
  const redis = createRedis(kernel, { token: keys.redisToken });
  const reset = (scope: ResetScope) => resetParts({ kernel, twilio, qstash, ...options }, scope);

  const app = new Hono()
    .route(
      "/",
      createControl({ kernel, twilio, stripe, qstash, mail, timeScale: options.timeScale ?? 1, reset }),
    )
    .route("/twilio", twilio.app)
    .route("/stripe", stripe.app)
    .route("/qstash", qstash.app)
    .route("/redis", redis.app)
    .route("/", stripe.pages);

  app.notFound((c) => c.json({ error: { message: `The sandbox has nothing at ${c.req.path}` } }, 404));

  return {
    ...{ app, kernel, twilio, stripe, qstash, mail, reset },
    async start() {
      await mail.start();
      qstash.start();
      await twilio.start();
    },
    async stop() {
      qstash.stop();
      kernel.scheduler.stop();
      await mail.stop();
      kernel.stores.flush();
    },
    get env() {
      return environment(kernel.baseUrl, keys, mail.url);
    },
  };
}

type Resettable = { kernel: Kernel; twilio: Twilio; qstash: Qstash; onReset?: () => Promise<void> };

async function resetParts({ kernel, twilio, qstash, onReset }: Resettable, scope: ResetScope): Promise<void> {
  kernel.faults.clear();
  twilio.reset(scope);
  if (scope === "everything") {
    qstash.stop();
    kernel.scheduler.stop();
    kernel.stores.resetAll();
    qstash.start();
  }
  kernel.requests.clear();
  if (scope === "everything") await onReset?.();
}

function environment(baseUrl: string, keys: SandboxKeys, smtpUrl: string): Record<string, string> {
  return {
    TWILIO_API_BASE_URL: `${baseUrl}/twilio`,
    TWILIO_ACCOUNT_SID: keys.twilioAccountSid,
    TWILIO_AUTH_TOKEN: keys.twilioAuthToken,
    STRIPE_API_BASE_URL: `${baseUrl}/stripe`,
    STRIPE_SECRET_KEY: keys.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: keys.stripeWebhookSecret,
    STRIPE_CONNECT_WEBHOOK_SECRET: keys.stripeConnectWebhookSecret,
    QSTASH_URL: `${baseUrl}/qstash`,
    QSTASH_TOKEN: keys.qstashToken,
    QSTASH_CURRENT_SIGNING_KEY: keys.qstashCurrentSigningKey,
    QSTASH_NEXT_SIGNING_KEY: keys.qstashNextSigningKey,
    UPSTASH_REDIS_REST_URL: `${baseUrl}/redis`,
    UPSTASH_REDIS_REST_TOKEN: keys.redisToken,
    SMTP_URL: smtpUrl,
  };
}
