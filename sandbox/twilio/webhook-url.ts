/**
 * Connection overrides that may follow a webhook URL as its fragment, e.g. `…/voice#rc=1&rp=ct,rt,5xx&rt=6000`.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export type ConnectionOverrides = {
  /** Milliseconds to read the answer in. */
  readTimeoutMs: number;
  /** Milliseconds for everything, retries included. */
  totalTimeoutMs: number;
  retries: number;
  /** Which failures are retried: connect, read timeout, 4xx, 5xx. */
  retryOn: ReadonlySet<FailureClass>;
};

export type FailureClass = "ct" | "rt" | "4xx" | "5xx";

const POLICIES: readonly string[] = ["ct", "rt", "4xx", "5xx", "all"];
const LIMITS: Record<string, readonly [number, number]> = {
  ct: [100, 10_000],
  rt: [100, 15_000],
  tt: [100, 15_000],
  rc: [0, 5],
};

/**
 * Splits a configured webhook URL into the URL that is requested and signed, and its connection overrides.
 * `invalid` names the first part that Twilio would reject with error 11243; the defaults are then used.
 */
export function parseWebhookUrl(configured: string): {
  url: string;
  overrides: ConnectionOverrides;
  invalid?: string;
} {
  const hash = configured.indexOf("#");
  const url = hash < 0 ? configured : configured.slice(0, hash);
  const settings = new URLSearchParams(hash < 0 ? "" : configured.slice(hash + 1));
  const invalid = firstInvalid(settings);
  return { url, overrides: read(invalid ? new URLSearchParams() : settings), ...(invalid && { invalid }) };
}

function read(settings: URLSearchParams): ConnectionOverrides {
  const policies = (settings.get("rp") ?? "ct").split(",");
  const all = policies.includes("all");
  return {
    readTimeoutMs: Number(settings.get("rt") ?? 15_000),
    totalTimeoutMs: Number(settings.get("tt") ?? 15_000),
    retries: Number(settings.get("rc") ?? 1),
    retryOn: new Set(all ? ["ct", "rt", "4xx", "5xx"] : (policies as FailureClass[])),
  };
}

function firstInvalid(settings: URLSearchParams): string | undefined {
  for (const [name, value] of settings) {
    const limits = LIMITS[name];
    if (limits) {
      const number = Number(value);
      if (!Number.isInteger(number) || number < limits[0] || number > limits[1]) return `${name}=${value}`;
    }
    if (name === "rp" && value.split(",").some((policy) => !POLICIES.includes(policy))) return `rp=${value}`;
  }
  return undefined;
}
