import * as z from "zod/mini";

type Variable = {
  /** One line for `.env.example`. */
  about: string;
  /** What is expected, for the error that names a bad value. */
  expected: string;
  schema: z.ZodMiniType<unknown, unknown>;
  example: string;
};

const text = z.string().check(z.minLength(1));
const httpUrl = z.pipe(
  z.string().check(z.refine((value) => /^https?:$/.test(protocolOf(value)))),
  z.transform((value) => value.replace(/\/+$/, "")),
);
const smtpUrl = z.string().check(z.refine((value) => /^smtps?:$/.test(protocolOf(value))));
const key32 = z.string().check(z.refine(is32Bytes));
const whole = (fallback: number, max: number) =>
  z._default(
    z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.pipe(z.transform(Number), z.number().check(z.lte(max)))),
    fallback,
  );
const list = z.pipe(
  z.string(),
  z.transform((value) => value.split(",").flatMap((part) => part.trim().replace(/\/+$/, "") || [])),
);

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : "";
}

function is32Bytes(value: string): boolean {
  try {
    return atob(value).length === 32;
  } catch {
    return false;
  }
}

const define = <S extends z.ZodMiniType>(schema: S, expected: string, about: string, example = "") => ({
  schema,
  expected,
  about,
  example,
});
const URL_EXPECTED = "an http(s) address";
const TEXT_EXPECTED = "a non-empty text";

/** Every variable the product reads, in the order of `.env.example`. Nothing else may read the environment. */
export const VARIABLES = {
  PUBLIC_BASE_URL: define(
    httpUrl,
    URL_EXPECTED,
    "Required. Public address of the functions, as providers call it.",
    "",
  ),
  WEB_BASE_URL: define(
    z.optional(httpUrl),
    URL_EXPECTED,
    "Address of the web app, for links and redirects. Default: PUBLIC_BASE_URL.",
  ),
  SUPABASE_URL: define(httpUrl, URL_EXPECTED, "Required. Supabase project.", ""),
  SUPABASE_PUBLISHABLE_KEY: define(
    text,
    TEXT_EXPECTED,
    "Required. Supabase key that anybody may see (sb_publishable_…).",
  ),
  SUPABASE_SECRET_KEY: define(
    text,
    TEXT_EXPECTED,
    "Required. Supabase key of the service role (sb_secret_…).",
  ),
  SUPABASE_JWT_SECRET: define(
    z.string().check(z.minLength(16)),
    "the project's JWT secret, at least 16 characters",
    "Required. Verifies sessions and signs merchant-scoped tokens.",
  ),
  SECRETS_KEY: define(
    key32,
    "32 bytes in base64 (openssl rand -base64 32)",
    "Required. Encrypts secrets at rest and signs links: openssl rand -base64 32",
  ),
  QSTASH_URL: define(
    z._default(httpUrl, "https://qstash.upstash.io"),
    URL_EXPECTED,
    "QStash. Default: https://qstash.upstash.io",
  ),
  QSTASH_TOKEN: define(text, TEXT_EXPECTED, "Required. QStash token."),
  QSTASH_CURRENT_SIGNING_KEY: define(text, TEXT_EXPECTED, "Required. QStash signing key in use."),
  QSTASH_NEXT_SIGNING_KEY: define(
    text,
    TEXT_EXPECTED,
    "Required. QStash signing key after the next rotation.",
  ),
  UPSTASH_REDIS_REST_URL: define(
    z.optional(httpUrl),
    URL_EXPECTED,
    "Upstash Redis, for rate limits. Without it requests are not limited.",
  ),
  UPSTASH_REDIS_REST_TOKEN: define(z.optional(text), TEXT_EXPECTED, "Upstash Redis token."),
  TWILIO_ACCOUNT_SID: define(
    z.optional(z.string().check(z.regex(/^AC[0-9a-fA-F]{32}$/))),
    "AC and 32 hexadecimal digits",
    "Twilio account (AC…). Without it telephone and SMS are off.",
  ),
  TWILIO_AUTH_TOKEN: define(z.optional(text), TEXT_EXPECTED, "Twilio auth token."),
  TWILIO_AUTH_TOKEN_PREVIOUS: define(
    z.optional(text),
    TEXT_EXPECTED,
    "Twilio auth token before the rotation under way, still accepted in signatures.",
  ),
  TWILIO_API_BASE_URL: define(
    z._default(httpUrl, "https://api.twilio.com"),
    URL_EXPECTED,
    "Twilio API. Default: https://api.twilio.com",
  ),
  STRIPE_SECRET_KEY: define(
    z.optional(text),
    TEXT_EXPECTED,
    "Stripe secret key of the platform. Without it payments are off.",
  ),
  STRIPE_WEBHOOK_SECRET: define(
    z.optional(text),
    TEXT_EXPECTED,
    "Stripe webhook secret of the platform endpoint.",
  ),
  STRIPE_CONNECT_WEBHOOK_SECRET: define(
    z.optional(text),
    TEXT_EXPECTED,
    "Stripe webhook secret of the Connect endpoint.",
  ),
  STRIPE_API_BASE_URL: define(
    z._default(httpUrl, "https://api.stripe.com"),
    URL_EXPECTED,
    "Stripe API. Default: https://api.stripe.com",
  ),
  STRIPE_APPLICATION_FEE_BPS: define(
    whole(100, 10_000),
    "a whole number of basis points, 0 to 10000",
    "Our share of an order in basis points. Default: 100 (1 %).",
  ),
  SMTP_URL: define(
    z.optional(smtpUrl),
    "smtp://user:password@host:port (or smtps://)",
    "Mail server, smtp://user:password@host:port. Without it e-mail is off.",
  ),
  MAIL_FROM: define(
    z._default(text, "Callwaiting <no-reply@callwaiting.example>"),
    TEXT_EXPECTED,
    "Sender of e-mail. Default: Callwaiting <no-reply@callwaiting.example>",
  ),
  SMS_RATE_PER_SECOND: define(whole(100, 100_000), "a whole number", "SMS per second. Default: 100."),
  EMAIL_RATE_PER_SECOND: define(whole(10, 100_000), "a whole number", "E-mails per second. Default: 10."),
  LOG_LEVEL: define(
    z._default(z.enum(["debug", "info", "warning", "error"]), "info"),
    "debug, info, warning or error",
    "debug, info, warning or error. Default: info.",
  ),
  CORS_ORIGINS: define(
    z.optional(list),
    "origins separated by commas",
    "Origins browsers may call from, separated by commas. Default: WEB_BASE_URL.",
  ),
  TEST_PHONE_URL: define(
    z.optional(httpUrl),
    URL_EXPECTED,
    "A page where a call can be simulated, offered in the onboarding wizard.",
  ),
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
export type Variables = { [K in VariableName]: z.output<(typeof VARIABLES)[K]["schema"]> };

/** The text of `.env.example`: what the repository holds must be this. */
export function envExample(): string {
  const lines = Object.entries(VARIABLES).map(
    ([name, { about, example }]) => `# ${about}\n${name}=${example}`,
  );
  return `# The environment of the functions; copy to .env where a real account is used.\n\n${lines.join("\n\n")}\n`;
}
