import {
  configureSync,
  getAnsiColorFormatter,
  getConfig,
  getConsoleSink,
  getJsonLinesFormatter,
  getLogger,
} from "@logtape/logtape";
import {
  EMAIL_ADDRESS_PATTERN,
  JWT_PATTERN,
  type RedactionPattern,
  redactByField,
  redactByPattern,
} from "@logtape/redaction";
import { lazy } from "./lazy.ts";
import { processEnv } from "./process-env.ts";

type Properties = Record<string, unknown>;

/** Sentences for people, values as properties: `log.info("message sent", { messageId })`. */
export type Log = {
  debug(message: string, properties?: Properties): void;
  info(message: string, properties?: Properties): void;
  warn(message: string, properties?: Properties): void;
  error(message: string, properties?: Properties): void;
};

/** E.164, also as it looks inside a URL: the last four digits stay, so that a person can match two records. */
const PHONE: RedactionPattern = {
  pattern: /(\+|%2B)[1-9]\d{3,10}(\d{4})(?!\d)/g,
  replacement: "$1…$2",
};

/** Stripe, Supabase and our own keys, wherever they turn up. */
const KEY: RedactionPattern = {
  pattern: /\b(sk|rk|whsec|cw|sb)_(?:(live|test|secret)_)?[A-Za-z0-9+/=_-]{12,}/g,
  replacement: "$1_[redacted]",
};

const SECRET_FIELDS = [
  /pass(word|code|phrase)?$/i,
  /secret/i,
  /token$/i,
  /api[-_]?key/i,
  /authorization/i,
  /cookie/i,
];

const LEVELS = ["debug", "info", "warning", "error"] as const;

/** Configured on the first record, never at import, and works when the rest of the environment is broken. */
const configured = lazy(() => {
  // Whoever configured LogTape before us (a test, an embedding process) keeps their sinks.
  if (getConfig()) return;
  const level = LEVELS.find((known) => known === processEnv().LOG_LEVEL) ?? "info";
  configureSync({
    sinks: { console: logSink() },
    loggers: [
      { category: "callwaiting", sinks: ["console"], lowestLevel: level },
      { category: ["logtape", "meta"], sinks: ["console"], lowestLevel: "warning" },
    ],
  });
});

/** Where records go: one JSON object a line, or coloured text on a terminal; secrets and people blanked. */
export function logSink(isTerminal: boolean = onTerminal()) {
  const formatter = isTerminal
    ? getAnsiColorFormatter()
    : getJsonLinesFormatter({ properties: "flatten", categorySeparator: "." });
  const patterns = [PHONE, EMAIL_ADDRESS_PATTERN, JWT_PATTERN, KEY];
  const sink = getConsoleSink({ formatter: redactByPattern(formatter, patterns) });
  return redactByField(sink, { fieldPatterns: SECRET_FIELDS, action: () => "[redacted]" });
}

function onTerminal(): boolean {
  const { process } = globalThis as { process?: { stdout?: { isTTY?: boolean } } };
  return process?.stdout?.isTTY === true;
}

/** A log whose every record carries these properties (at least the request id). */
export function createLog(name: string, properties: Properties = {}): Log {
  const logger = lazy(() => {
    configured();
    return getLogger(["callwaiting", name]).with(properties);
  });
  return {
    debug: (message, more) => logger().debug(message, more),
    info: (message, more) => logger().info(message, more),
    warn: (message, more) => logger().warn(message, more),
    error: (message, more) => logger().error(message, more),
  };
}

/** An error as properties of a record: its name, message, stack and the chain of its causes. */
export function errorProperties(thrown: unknown): Properties {
  if (!(thrown instanceof Error)) return { error: String(thrown) };
  const causes: string[] = [];
  for (let cause = thrown.cause; cause instanceof Error && causes.length < 5; cause = cause.cause) {
    causes.push(`${cause.name}: ${cause.message}`);
  }
  return {
    error: `${thrown.name}: ${thrown.message}`,
    ...(causes.length > 0 ? { causes } : {}),
    stack: thrown.stack,
  };
}
