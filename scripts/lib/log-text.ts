import { inspect, styleText } from "node:util";

const COLOURS = { DEBUG: "gray", INFO: "blue", WARN: "yellow", ERROR: "red" } as const;

type Line = { "@timestamp": string; level: keyof typeof COLOURS; message: string; logger: string };

/** A line of the log for a person at a terminal: time of day, level, who says it, and what, then the rest. */
export function logText(line: string): string {
  const { "@timestamp": at, level, message, logger, ...rest } = JSON.parse(line) as Line;
  const told = Object.keys(rest).length > 0 ? ` ${inspect(rest, { colors: true, breakLength: 120 })}` : "";
  return `${styleText("gray", at.slice(11, 19))} ${styleText(COLOURS[level], level)} ${logger}: ${message}${told}`;
}
