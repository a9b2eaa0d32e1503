/** Properties of a record; nested ones too are blanked where they may be secret. */
export type Properties = Record<string, unknown>;

export type LogLevel = "debug" | "info" | "warning" | "error";

type Pattern = readonly [pattern: RegExp, replacement: string];

/** E.164, also as it looks inside a URL: the last four digits stay, so that a person can match two records. */
const PHONE: Pattern = [/(\+|%2B)[1-9]\d{3,10}(\d{4})(?!\d)/g, "$1…$2"];
const EMAIL: Pattern = [/[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, "…@…"];
const JWT: Pattern = [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "[redacted token]"];
/** Stripe, Supabase and our own keys, wherever they turn up. */
const KEY: Pattern = [
  /\b(sk|rk|whsec|cw|sb)_(?:(live|test|secret)_)?[A-Za-z0-9+/=_-]{12,}/g,
  "$1_[redacted]",
];

const SECRET_FIELD = /pass(word|code|phrase)?$|secret|token$|api[-_]?key|authorization|cookie/i;

/**
 * A record as one JSON object: time, level, message and logger, its properties beside them. Secrets and people are
 * blanked here, so that no sink ever gets to see them.
 */
export function logLine(level: LogLevel, logger: string, message: string, properties: Properties): string {
  const head = { "@timestamp": new Date().toISOString(), level: NAMES[level], message, logger };
  return [PHONE, EMAIL, JWT, KEY].reduce(
    (line, [pattern, replacement]) => line.replace(pattern, replacement),
    toJson(head, properties),
  );
}

const NAMES = { debug: "DEBUG", info: "INFO", warning: "WARN", error: "ERROR" };

function toJson(head: Properties, properties: Properties): string {
  try {
    return JSON.stringify({ ...head, ...properties, ...head }, shown);
  } catch {
    // A property that refers to itself must not cost the record.
    return JSON.stringify({ ...head, properties: "could not be written" });
  }
}

/** What may be shown of a value, and what JSON has no words for. */
function shown(field: string, value: unknown): unknown {
  if (SECRET_FIELD.test(field)) return "[redacted]";
  if (typeof value === "bigint") return String(value);
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
}
