import fc from "fast-check";
import { expect } from "vitest";
import { readEnv } from "../../../../functions/platform/env.ts";
import { type ErrorEnvelope, STATUS_OF } from "../../../../functions/platform/errors.ts";
import { createLimiter } from "../../../../functions/platform/rate-limit.ts";
import { expectNoInsides } from "../../../harness/suites/answers.ts";

/** More runs than a test needs: `FUZZ_RUNS=20 npx vitest run tests/functions/fuzz` looks twenty times as long. */
const TIMES = Number(process.env.FUZZ_RUNS ?? 1);
const SEED = process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {};

/** Runs `act` with so many inputs. What fails is told with its seed (`FUZZ_SEED`), made as small as time allows. */
export async function fuzz<T>(
  inputs: fc.Arbitrary<T>,
  runs: number,
  act: (input: T) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(inputs, act);
  await fc.assert(property, {
    numRuns: Math.ceil(runs * TIMES),
    ...SEED,
    interruptAfterTimeLimit: 12_000 * TIMES,
  });
}

const LARGEST_REFUSAL = 8 * 1024;
const LARGEST_ANSWER = 256 * 1024;

/** Words of Postgres, PostgREST, zod and JavaScript that no answer may hold. */
const INTERNAL =
  /violates|duplicate key|syntax error|invalid input (syntax|value)|out of range for|PGRST|public\.|zoderror|typeerror|rangeerror|cannot read|is not a function|unexpected token/i;

/** What every answer promises, however mad the request was. Answers the body. */
export async function expectSane(response: Response, allowed: readonly number[] = []): Promise<string> {
  if (response.headers.get("content-type")?.includes("event-stream")) {
    await response.body?.cancel();
    return "";
  }
  const text = await response.text();
  const { status } = response;
  if (!allowed.includes(status)) expect(status, text.slice(0, 2000)).toBeLessThan(500);
  expect(response.headers.get("x-request-id")).toMatch(/^[\w.:-]{8,128}$/);
  expect(text.length).toBeLessThan(status < 400 ? LARGEST_ANSWER : LARGEST_REFUSAL);
  expectNoInsides(text);
  expect(text).not.toMatch(INTERNAL);
  return text;
}

/** A refusal in our envelope, with a code that belongs to its status and nothing else in it. */
export function expectEnvelope(response: Response, text: string): void {
  const { error, ...others } = JSON.parse(text) as ErrorEnvelope;
  expect(others).toEqual({});
  expect(STATUS_OF[error.code]).toBe(response.status);
  expect(error.requestId).toBe(response.headers.get("x-request-id"));
  expect(error.message).toMatch(/\S/);
  expect(
    Object.keys(error).filter((key) => !["code", "message", "requestId", "details"].includes(key)),
  ).toEqual([]);
}

/** Limits would answer instead of what is to be fuzzed. */
export function unlimited(policy: "user" | "webhook", identifier: string): () => Promise<void> {
  const limiter = createLimiter(readEnv().redis);
  let asked = 0;
  return async () => {
    asked += 1;
    if (asked % 60 === 0) await limiter.reset(policy, identifier);
  };
}
