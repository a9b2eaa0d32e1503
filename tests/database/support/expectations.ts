import { expect } from "vitest";
import type * as z from "zod";
import type { ErrorCode } from "../../../functions/platform/errors.ts";

/** The promise is refused with this code. */
export const refused = (work: Promise<unknown>, code: ErrorCode) =>
  expect(work).rejects.toMatchObject({ name: "AppError", code });

/** What the store answers is what the contract promises, to the letter: no field more, none less. */
export function fits(schema: z.ZodType, answer: unknown): void {
  expect(schema.parse(answer)).toEqual(answer);
}
