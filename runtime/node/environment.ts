import type { LocalSecrets } from "./data-folder.ts";

type Environment = Record<string, string | undefined>;

/** Which variable being set means that a provider is the real one, and the variables it then owns. */
const PROVIDERS = [
  { name: "supabase", chosenBy: "SUPABASE_URL", prefixes: ["SUPABASE_"] },
  { name: "qstash", chosenBy: "QSTASH_TOKEN", prefixes: ["QSTASH_"] },
  { name: "redis", chosenBy: "UPSTASH_REDIS_REST_URL", prefixes: ["UPSTASH_REDIS_"] },
  { name: "twilio", chosenBy: "TWILIO_ACCOUNT_SID", prefixes: ["TWILIO_"] },
  { name: "stripe", chosenBy: "STRIPE_SECRET_KEY", prefixes: ["STRIPE_"] },
  { name: "smtp", chosenBy: "SMTP_URL", prefixes: ["SMTP_"] },
] as const;

export type ProviderName = (typeof PROVIDERS)[number]["name"];

/** The providers whose real accounts the environment names; the others are the sandbox's. */
export function realProviders(env: Environment): Set<ProviderName> {
  return new Set(PROVIDERS.filter(({ chosenBy }) => env[chosenBy]?.trim()).map(({ name }) => name));
}

/**
 * The variables the functions are given: everything from the environment, and for each provider that it
 * does not name, the sandbox's. A provider is never half real and half faked.
 */
export function productEnvironment(
  env: Environment,
  baseUrl: string,
  secrets: LocalSecrets,
  sandbox: Record<string, string>,
): Record<string, string> {
  const real = realProviders(env);
  const local: Record<string, string> = {
    PUBLIC_BASE_URL: baseUrl,
    SECRETS_KEY: secrets.secretsKey,
    TEST_PHONE_URL: `${baseUrl}/_sandbox/`,
    ...sandbox,
    SUPABASE_URL: baseUrl,
    SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
    SUPABASE_SECRET_KEY: secrets.secretKey,
    SUPABASE_JWT_SECRET: secrets.jwtSecret,
  };
  const ownedByReal = (name: string) =>
    PROVIDERS.some(
      (provider) => real.has(provider.name) && provider.prefixes.some((p) => name.startsWith(p)),
    );
  const defaults = Object.entries(local).filter(([name]) => !ownedByReal(name) && !env[name]?.trim());
  return Object.fromEntries(defaults);
}

/**
 * What would silently not work: providers out there cannot call this machine.
 * @throws a sentence naming the variable to set.
 */
export function assertReachable(env: Environment): void {
  const callers = [...realProviders(env)].filter((name) => ["qstash", "twilio", "stripe"].includes(name));
  if (callers.length === 0 || env.PUBLIC_BASE_URL?.startsWith("https://")) return;
  throw new Error(
    `The environment names a real account of ${callers.join(" and ")}, which must be able to call this installation: set PUBLIC_BASE_URL to an https address that leads here (a tunnel, for example).`,
  );
}
