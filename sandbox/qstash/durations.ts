import { Refusal } from "./types.ts";

const UNIT_MS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d)/g;
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d))+$/;

/** `1d10h30m` → milliseconds; undefined when it is not a duration. */
export function durationMs(text: string): number | undefined {
  const trimmed = text.trim();
  if (!WHOLE.test(trimmed)) return undefined;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(PART)) total += Number(amount) * (UNIT_MS[unit ?? ""] ?? 0);
  return total;
}

/** A duration header such as `Upstash-Delay`; a bare number is seconds. @throws Refusal 400 naming the header. */
export function durationHeader(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : durationMs(value);
  if (ms === undefined) throw new Refusal(400, `invalid ${name} header: ${value}`);
  return ms;
}

const RETRY_HEADERS = [
  "retry-after",
  "x-ratelimit-reset",
  "x-ratelimit-reset-requests",
  "x-ratelimit-reset-tokens",
];

/**
 * How long the destination asks us to wait: seconds, an RFC 1123 date or a duration. Waits beyond a day do not count.
 * Source: upstash.com/docs/qstash/features/retry.
 */
export function askedDelayMs(header: Record<string, string[]>, realNow: number): number | undefined {
  for (const name of RETRY_HEADERS) {
    const value = header[name]?.[0]?.trim();
    if (!value) continue;
    const ms = /^\d+(\.\d+)?$/.test(value)
      ? Number(value) * 1_000
      : (durationMs(value) ?? Math.max(0, Date.parse(value) - realNow));
    if (ms >= 0 && ms <= 86_400_000) return ms;
  }
  return undefined;
}
