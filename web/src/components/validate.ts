import type { TFunction } from "i18next";
import { ApiError } from "../api/errors.ts";
import { toE164 } from "../format/phone.ts";

type Check<T> = (value: T) => string | null;

/** Checks of form fields; each answers the sentence to show, or null. The server checks everything again. */
export function checks(t: TFunction) {
  const required: Check<string> = (value) => (value.trim() ? null : t("fields.required"));
  const email: Check<string> = (value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(value.trim()) ? null : t("fields.email");
  const phone: Check<string> = (value) => (toE164(value) ? null : t("fields.phone"));
  return {
    required,
    email,
    optionalEmail: ((value) => (value.trim() ? email(value) : null)) as Check<string>,
    optionalPhone: ((value) => (value.trim() ? phone(value) : null)) as Check<string>,
    newPassword: ((value) => {
      if (value.length < 8) return t("fields.password");
      return value.length > 72 ? t("fields.passwordLong") : null;
    }) as Check<string>,
  };
}

/**
 * The fields a server refused, as form errors: `body.name` and `name` both mean the field `name`. Its words
 * are English, so ours stand in.
 */
export function fieldErrors(error: unknown, t: TFunction): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const known = error.fields.map(({ field }) => [
    field.replace(/^(body|query|params)\./, ""),
    t("fields.invalid"),
  ]);
  return Object.fromEntries(known);
}
