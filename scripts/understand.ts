import { createInterface } from "node:readline";
import { answerLine } from "./understand/answer.ts";

/**
 * `npm run -s understand`: reads JSON lines on standard input and writes one JSON line for each, in order. A line that
 * cannot be understood gets `{"error"}` in its place, and the rest goes on. Formats: docs/understanding.md.
 */
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const more = process.stdout.write(`${JSON.stringify(answerLine(line))}\n`);
  if (!more) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
