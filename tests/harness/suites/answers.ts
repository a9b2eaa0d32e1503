import { expect } from "vitest";
import { safeParseAsync } from "zod/v4/core";
import type { Contract } from "../../../functions/platform/contract.ts";
import type { ErrorCode, ErrorEnvelope } from "../../../functions/platform/errors.ts";

/** What must be true of every answer of a function, and of those that refuse. */

export function expectMarked(response: Response): void {
  expect(response.headers.get("x-request-id")).toMatch(/^[\w.:-]{8,128}$/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
}

/** The envelope of an error, checked to be nothing but that. */
export async function expectRefusal(
  response: Response,
  status: number,
  code: ErrorCode,
): Promise<ErrorEnvelope["error"]> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status });
  const { error } = JSON.parse(text) as ErrorEnvelope;
  expect(error).toMatchObject({ code, requestId: response.headers.get("x-request-id") });
  expect(error.message).toMatch(/\S/);
  expectNoInsides(text);
  expectMarked(response);
  return error;
}

/** Words that only our own machinery uses: an answer that holds one tells a stranger how we are built. */
const INSIDES =
  /fetch failed|ECONNREFUSED|127\.0\.0\.1|postgres|pgrst|relation "|column "|stack|\.ts:\d|\[object/i;

export const expectNoInsides = (text: string): void => expect(text).not.toMatch(INSIDES);

/** The refusal names this field in its details. */
export function expectNamed(error: ErrorEnvelope["error"], field: string): void {
  const named = (error.details as { field: string }[] | undefined)?.map((problem) => problem.field);
  expect(named).toContain(field);
}

/** The body is what the contract says, and has nothing in it that the contract does not say. */
export async function expectContracted(contract: Contract, response: Response): Promise<unknown> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: contract.status ?? 200 });
  expectMarked(response);
  const body: unknown = JSON.parse(text);
  const parsed = await safeParseAsync(contract.response, body);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(body).toEqual(parsed.data);
  return body;
}
