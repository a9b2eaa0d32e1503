import { expect } from "vitest";
import type { TestProduct } from "../../harness/product.ts";

/** What the sandbox's telephone answers (docs/sandbox.md, "Make a call"). */
export type Heard = {
  callSid: string;
  status: string;
  expects: string;
  heard: string[];
  said: { text: string; language: string }[];
  /** Such as "11200: HTTP 503 from the webhook". */
  errors: string[];
};

type Step =
  | { speech: string; confidence?: number; hangup?: true }
  | { digits: string }
  | { hangup: true }
  | { silence: true };

/** A caller on the line. Every step answers what they heard since, as one text. */
export type PhoneCall = {
  sid: string;
  /** The last answer, with its languages and what the call waits for. */
  last(): Heard;
  /** Everything heard so far, greeting first. */
  all(): string;
  say(speech: string, confidence?: number): Promise<string>;
  /** One key after the other, each to its own question. */
  press(...keys: string[]): Promise<string>;
  wait(): Promise<string>;
  leave(message: string): Promise<string>;
  hangUp(): Promise<void>;
};

/** Dials. Errors of the telephone (bad TwiML, a webhook that failed) fail the test unless they are expected. */
export async function ring(
  { control }: TestProduct,
  from: string,
  to: string,
  { failing = false }: { failing?: boolean } = {},
): Promise<PhoneCall> {
  let answer = await control<Heard>("POST", "/calls", { from, to });
  const sid = answer.callSid;
  const heard: string[] = [];
  const take = (next: Heard): string => {
    answer = next;
    heard.push(...next.heard);
    if (!failing) expect(next.errors, `errors of the call, after: ${heard.join(" | ")}`).toEqual([]);
    return next.heard.join(" ");
  };
  const act = async (step: Step) => take(await control<Heard>("POST", `/calls/${sid}`, step));
  take(answer);
  return {
    sid,
    last: () => answer,
    all: () => heard.join(" "),
    say: (speech, confidence) => act(confidence === undefined ? { speech } : { speech, confidence }),
    async press(...keys) {
      const answers: string[] = [];
      for (const digits of keys) answers.push(await act({ digits }));
      return answers.join(" ");
    },
    wait: () => act({ silence: true }),
    leave: (speech) => act({ speech, hangup: true }),
    hangUp: async () => void (await act({ hangup: true })),
  };
}

/** The call is over for the caller, by our hanging up and not by an error. */
export const expectOver = (call: PhoneCall): void =>
  expect({ status: call.last().status, expects: call.last().expects }).toEqual({
    status: "completed",
    expects: "nothing",
  });
