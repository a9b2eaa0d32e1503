import { type LogLevel, logLine, type Properties } from "./log-line.ts";
import { processEnv } from "./process-env.ts";

/** Sentences for people, values as properties: `log.info("message sent", { messageId })`. */
export type Log = {
  debug(message: string, properties?: Properties): void;
  info(message: string, properties?: Properties): void;
  warn(message: string, properties?: Properties): void;
  error(message: string, properties?: Properties): void;
};

/** Takes each record as one line of JSON. */
export type LogSink = (line: string, level: LogLevel) => void;

const LEVELS = ["debug", "info", "warning", "error"] as const satisfies LogLevel[];
const METHODS = { debug: "debug", info: "info", warning: "warn", error: "error" } as const;

/** Looked up at each record so that a replaced console is honoured. */
const toConsole: LogSink = (line, level) => console[METHODS[level]](line);

type Target = { sink: LogSink; lowest: number };
let target: Target | undefined;

/**
 * Where this process's records go from now on, from LOG_LEVEL up unless another level is given. Without this call they
 * go to the console: settled by the first record, never at import, and when the rest of the environment is broken too.
 */
export function sendLogTo(sink: LogSink, level: string | undefined = processEnv().LOG_LEVEL): Target {
  const known = LEVELS.find((one) => one === level) ?? "info";
  target = { sink, lowest: LEVELS.indexOf(known) };
  return target;
}

/** A log whose every record carries these properties (at least the request id). */
export function createLog(name: string, properties: Properties = {}): Log {
  const write = (level: LogLevel, message: string, more: Properties = {}) => {
    const { sink, lowest } = target ?? sendLogTo(toConsole);
    if (LEVELS.indexOf(level) < lowest) return;
    sink(logLine(level, `callwaiting.${name}`, message, { ...properties, ...more }), level);
  };
  return {
    debug: (message, more) => write("debug", message, more),
    info: (message, more) => write("info", message, more),
    warn: (message, more) => write("warning", message, more),
    error: (message, more) => write("error", message, more),
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
