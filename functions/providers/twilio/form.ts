import * as z from "zod/mini";
import { AppError } from "../../platform/errors.ts";
import type { TwilioParams } from "./verify.ts";

/** A parameter that must be there, and is short: ids, numbers, statuses. */
export const word = z.string().check(z.minLength(1), z.maxLength(256));
export const optionalWord = z.optional(z.string().check(z.maxLength(2048)));

/**
 * The parameters a translation needs, taken from a signed request; Twilio adds others without notice.
 * @throws AppError invalid_request naming each field that is missing or odd.
 */
export function parseForm<T extends z.ZodMiniType>(schema: T, params: TwilioParams): z.output<T> {
  const result = schema.safeParse({ ...params });
  if (result.success) return result.data;
  const details = result.error.issues.map((issue) => ({
    field: issue.path.join("."),
    message: issue.message,
  }));
  throw new AppError("invalid_request", "This is not the request Twilio documents.", { details });
}

/** A whole number of seconds, or null when absent or not a number. */
export function seconds(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** A number of media parts, recordings and the like: absent counts as none. */
export const count = (value: string | undefined): number => seconds(value) ?? 0;

/** Twilio's RFC 2822 time as ISO 8601 in UTC, or null when absent or unreadable. */
export function isoTime(value: string | undefined): string | null {
  const at = value ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Keypad spellings Twilio puts in From when the caller hides: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE. */
const HIDDEN = new Set(["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"]);

/** The caller's number in E.164, or null for a hidden caller and for anything that cannot be rung back. */
export function callerNumber(from: string | undefined): string | null {
  const number = from?.trim() ?? "";
  return /^\+[1-9]\d{6,14}$/.test(number) && !HIDDEN.has(number) ? number : null;
}
