import type { Context } from "hono";
import * as z from "zod";

/** A request to the control API that cannot be done, with a sentence for the person who made it. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 409;
  readonly field: string | undefined;
  constructor(status: 400 | 404 | 409, message: string, field?: string) {
    super(message);
    this.name = "ControlError";
    this.status = status;
    this.field = field;
  }
}

/** The JSON body; an absent one reads as `{}`. @throws ControlError 400 naming the field. */
export async function bodyOf<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await c.req.text();
  return checked(schema, text.trim() === "" ? {} : parseJson(text));
}

export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".");
  const message = issue?.message ?? "Invalid body";
  throw new ControlError(400, field ? `${field}: ${message}` : message, field);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, "The body must be JSON");
  }
}

/** How carriers show a caller who hides their number. */
const ANONYMOUS = "+266696687";

const toE164 = (value: string): string => {
  const digits = value.replace(/[\s().-]/g, "");
  if (/^\d{10}$/.test(digits)) return `+1${digits}`;
  return /^1\d{10}$/.test(digits) ? `+${digits}` : digits;
};

/** A telephone number as people type it, turned into E.164; ten digits are North American. */
export const phoneNumber = z
  .string("a telephone number, such as +15145550123")
  .transform(toE164)
  .refine((value) => /^\+[1-9]\d{6,14}$/.test(value), "a telephone number, such as +15145550123");

/** As `phoneNumber`, or `anonymous`. */
export const callerNumber = z
  .string("a telephone number, or anonymous")
  .transform((value) => (value.trim().toLowerCase() === "anonymous" ? ANONYMOUS : value))
  .pipe(phoneNumber);
