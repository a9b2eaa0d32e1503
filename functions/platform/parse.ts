import { type $ZodError, type $ZodType, safeParseAsync } from "zod/v4/core";
import type { Contract } from "./contract.ts";
import { AppError, type FieldProblem } from "./errors.ts";
import { unstorable } from "./storable.ts";

export type RawInput = {
  params: Record<string, string>;
  /** Every value of every parameter. */
  query: Record<string, string[]>;
  contentType: string | null;
  body: string;
};

export type ParsedInput = { params: unknown; query: unknown; body: unknown };

/**
 * The parts of a request as the contract says, each undefined where it declares none.
 * @throws AppError invalid_request naming every bad field, or unsupported_media_type
 */
export async function parseInput(contract: Contract, raw: RawInput): Promise<ParsedInput> {
  const problems: FieldProblem[] = [];
  const parse = async (part: "params" | "query" | "body", value: () => unknown) => {
    const schema = contract[part];
    if (!schema) return undefined;
    const { data, error } = await check(schema, value());
    if (error) problems.push(...problemsOf(error, part));
    const unkept = error ? undefined : unstorable(data, part);
    if (unkept) problems.push(unkept);
    return data;
  };
  const input = {
    params: await parse("params", () => raw.params),
    query: await parse("query", () => single(raw.query)),
    body: await parse("body", () => jsonOf(raw)),
  };
  if (problems.length > 0) throw invalidFields(problems);
  return input;
}

async function check(schema: $ZodType, value: unknown): Promise<{ data?: unknown; error?: $ZodError }> {
  const result = await safeParseAsync(schema, value);
  return result.success ? { data: result.data } : { error: result.error };
}

/** An answer must not grow with what was sent: a list of ten thousand wrong things is told by its first few. */
const MOST_PROBLEMS = 20;
const LONGEST_TEXT = 200;

/** The dotted path of the first wrong fields; the part itself where the whole of it is wrong. */
export function problemsOf(error: $ZodError, part: string): FieldProblem[] {
  return error.issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({
    field: path.map(String).join(".").slice(0, LONGEST_TEXT) || part,
    message: message.slice(0, LONGEST_TEXT),
  }));
}

/** @returns invalid_request whose message already says what is wrong with the first field */
export function invalidFields(details: FieldProblem[]): AppError {
  const [first] = details;
  const message = first ? `${first.field}: ${first.message}` : "The request is not valid.";
  return new AppError("invalid_request", message, { details });
}

/** A parameter given once is a text, given several times a list. */
function single(query: Record<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

/** No body is `{}`, so that a write of which every field is optional can be sent bare. */
function jsonOf({ contentType, body }: RawInput): unknown {
  if (body === "") return {};
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType ?? "")) {
    throw new AppError("unsupported_media_type", "The body must be application/json.");
  }
  try {
    return JSON.parse(body.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new AppError("invalid_request", "The body is not valid JSON.", {
      cause,
      details: [{ field: "body", message: "not valid JSON" }],
    });
  }
}
