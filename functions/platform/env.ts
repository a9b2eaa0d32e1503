import * as z from "zod/mini";
import { VARIABLES, type VariableName, type Variables } from "./env-variables.ts";
import { processEnv, type Source } from "./process-env.ts";

export type Env = {
  publicBaseUrl: string;
  webBaseUrl: string;
  supabase: { url: string; publishableKey: string; secretKey: string; jwtSecret: string };
  /** Base64 of 32 bytes. */
  secretsKey: string;
  qstash: { url: string; token: string; currentSigningKey: string; nextSigningKey: string };
  redis?: { url: string; token: string };
  twilio?: { accountSid: string; authToken: string; previousAuthToken?: string; apiBaseUrl: string };
  stripe?: {
    secretKey: string;
    webhookSecret: string;
    connectWebhookSecret: string;
    apiBaseUrl: string;
    applicationFeeBps: number;
  };
  smtp?: { url: string; from: string };
  sms: { perSecond: number };
  email: { perSecond: number };
  logLevel: Variables["LOG_LEVEL"];
  corsOrigins: readonly string[];
  testPhoneUrl?: string;
};

/** Variables that only make sense together: all of them, or none and the feature is off. */
const GROUPS: readonly (readonly VariableName[])[] = [
  ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"],
  ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_CONNECT_WEBHOOK_SECRET"],
];

/** Names every bad variable and what is expected of it; never shows a value. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

let cached: Env | undefined;

/**
 * The configuration, read once per process when first needed. With a `source` that one is parsed instead and
 * nothing is remembered. @throws EnvError
 */
export function readEnv(source?: Source): Env {
  if (source) return parseEnv(source);
  cached ??= parseEnv(processEnv());
  return cached;
}

const schema = z.object(
  Object.fromEntries(Object.entries(VARIABLES).map(([name, variable]) => [name, variable.schema])),
);

function parseEnv(source: Source): Env {
  // An empty value is how .env files spell "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  const problems = [...(parsed.error ? badVariables(parsed.error, given) : []), ...halfGroups(given)];
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);
  return group(parsed.data as Variables);
}

function badVariables(error: z.core.$ZodError, given: Source): string[] {
  const names = new Set(error.issues.map((issue) => String(issue.path[0]) as VariableName));
  return [...names].map((name) => {
    const wanted = `expected ${VARIABLES[name].expected}`;
    return given[name] === undefined ? `${name} is missing: ${wanted}` : `${name} is wrong: ${wanted}`;
  });
}

function halfGroups(given: Source): string[] {
  return GROUPS.flatMap((names) => {
    const missing = names.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    const present = names.filter((name) => given[name] !== undefined).join(", ");
    return missing.map((name) => `${name} is missing: it goes with ${present}`);
  });
}

function group(v: Variables): Env {
  const webBaseUrl = v.WEB_BASE_URL ?? v.PUBLIC_BASE_URL;
  return {
    publicBaseUrl: v.PUBLIC_BASE_URL,
    webBaseUrl,
    supabase: {
      url: v.SUPABASE_URL,
      publishableKey: v.SUPABASE_PUBLISHABLE_KEY,
      secretKey: v.SUPABASE_SECRET_KEY,
      jwtSecret: v.SUPABASE_JWT_SECRET,
    },
    secretsKey: v.SECRETS_KEY,
    qstash: {
      url: v.QSTASH_URL,
      token: v.QSTASH_TOKEN,
      currentSigningKey: v.QSTASH_CURRENT_SIGNING_KEY,
      nextSigningKey: v.QSTASH_NEXT_SIGNING_KEY,
    },
    ...providers(v),
    sms: { perSecond: v.SMS_RATE_PER_SECOND },
    email: { perSecond: v.EMAIL_RATE_PER_SECOND },
    logLevel: v.LOG_LEVEL,
    corsOrigins: v.CORS_ORIGINS ?? [new URL(webBaseUrl).origin],
    ...(v.TEST_PHONE_URL ? { testPhoneUrl: v.TEST_PHONE_URL } : {}),
  };
}

function providers(v: Variables): Pick<Env, "redis" | "twilio" | "stripe" | "smtp"> {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = v;
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = v;
  const previousAuthToken = v.TWILIO_AUTH_TOKEN_PREVIOUS;
  return {
    ...(url && token ? { redis: { url, token } } : {}),
    ...(accountSid && authToken
      ? {
          twilio: {
            accountSid,
            authToken,
            ...(previousAuthToken ? { previousAuthToken } : {}),
            apiBaseUrl: v.TWILIO_API_BASE_URL,
          },
        }
      : {}),
    ...stripeOf(v),
    ...(v.SMTP_URL ? { smtp: { url: v.SMTP_URL, from: v.MAIL_FROM } } : {}),
  };
}

function stripeOf(v: Variables): Pick<Env, "stripe"> {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_CONNECT_WEBHOOK_SECRET } = v;
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET || !STRIPE_CONNECT_WEBHOOK_SECRET) return {};
  return {
    stripe: {
      secretKey: STRIPE_SECRET_KEY,
      webhookSecret: STRIPE_WEBHOOK_SECRET,
      connectWebhookSecret: STRIPE_CONNECT_WEBHOOK_SECRET,
      apiBaseUrl: v.STRIPE_API_BASE_URL,
      applicationFeeBps: v.STRIPE_APPLICATION_FEE_BPS,
    },
  };
}
