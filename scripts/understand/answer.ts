import * as z from "zod";
import { understandIntent } from "../../functions/domain/conversation/understanding/intent/intent.ts";
import { understandOrder } from "../../functions/domain/conversation/understanding/order.ts";
import { understandWhen } from "../../functions/domain/conversation/understanding/when/when.ts";
import { inZone } from "../../functions/domain/conversation/understanding/when/zone.ts";
import { catalog, catalogOf } from "./catalog.ts";

const locale = z.enum(["en", "fr"]);

const when = z.object({
  text: z.string(),
  locale,
  now: z.string(),
  timeZone: z.string().refine(isZone, "not a time zone's name"),
  asked: z.string().nullish(),
  open: z.object({ from: z.string(), to: z.string() }).nullish(),
});
const order = z.object({ text: z.string(), locale, catalog });
const intent = z.object({ text: z.string() });

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** A task of the command: what it needs, and its answer. */
const task =
  <Input>(input: z.ZodType<Input>, answer: (input: Input) => unknown) =>
  (line: unknown): unknown =>
    answer(input.parse(line));

const TASKS = new Map<unknown, (line: unknown) => unknown>([
  [
    "when",
    task(when, ({ text, timeZone, asked, open, ...rest }) =>
      inZone(understandWhen(text, { ...rest, asked: asked ?? "", open: open ?? undefined }), {
        now: rest.now,
        timeZone,
      }),
    ),
  ],
  ["order", task(order, ({ text, locale, catalog }) => understandOrder(text, catalogOf(catalog), locale))],
  ["intent", task(intent, ({ text }) => understandIntent(text))],
]);

/** Answers one line of JSON; a bad one with `{ error }`, saying what is wrong with it. */
export function answerLine(line: string): unknown {
  try {
    const asked: unknown = JSON.parse(line);
    const name = asked !== null && typeof asked === "object" && "task" in asked ? asked.task : undefined;
    const answer = TASKS.get(name);
    if (!answer) return { error: `task: one of ${[...TASKS.keys()].join(", ")}` };
    return answer(asked);
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  return error instanceof Error ? error.message : String(error);
}
