import { invalid, missing, unknownParameter } from "./errors.ts";
import { type Form, recordAt, textAt } from "./form.ts";
import type { Metadata } from "./types.ts";

/** @throws 400 parameter_unknown for the first key that Stripe does not know. */
export function assertKnown(form: Form, known: readonly string[], at = ""): void {
  for (const key of Object.keys(form)) {
    if (!known.includes(key)) throw unknownParameter(at ? `${at}[${key}]` : key);
  }
}

/** @throws 400 parameter_missing. */
export function required(form: Form, key: string, at = key): string {
  const value = textAt(form, key);
  if (value === undefined) throw missing(at);
  return value;
}

/** A whole number of at least `min`; undefined when absent. @throws 400 parameter_invalid_integer. */
export function integerAt(form: Form, key: string, at: string, min: number): number | undefined {
  const text = textAt(form, key);
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) throw invalid(at, `Invalid integer: ${text}`, "parameter_invalid_integer");
  const value = Number(text);
  if (value < min) {
    throw invalid(at, `This value must be greater than or equal to ${min}.`, "parameter_invalid_integer");
  }
  return value;
}

/** Stripe's limits: 50 keys, 40 characters a key, 500 a value. */
export function metadataAt(form: Form, at = "metadata"): Metadata {
  const metadata: Metadata = {};
  for (const [key, value] of Object.entries(recordAt(form, "metadata"))) {
    if (typeof value !== "string") throw invalid(`${at}[${key}]`, "Metadata values must be strings.");
    if (key.length > 40) throw invalid(at, "Metadata keys can be at most 40 characters long.");
    if (value.length > 500) {
      throw invalid(`${at}[${key}]`, "Metadata values can have up to 500 characters.");
    }
    if (value !== "") metadata[key] = value;
  }
  if (Object.keys(metadata).length > 50) throw invalid(at, "Metadata can have up to 50 keys.");
  return metadata;
}

/** An absolute http(s) address. @throws 400 url_invalid. */
export function urlAt(form: Form, key: string): string | undefined {
  const text = textAt(form, key);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw invalid(key, "Not a valid URL", "url_invalid");
  return text;
}

/** One of `allowed`; undefined when absent. @throws 400 naming the choices. */
export function choiceAt<T extends string>(form: Form, key: string, allowed: readonly T[]): T | undefined {
  const text = textAt(form, key);
  if (text === undefined) return undefined;
  const found = allowed.find((choice) => choice === text);
  if (!found) throw invalid(key, `Invalid ${key}: must be one of ${allowed.join(", ")}`);
  return found;
}

export function emailAt(form: Form, key: string): string | undefined {
  const text = textAt(form, key);
  if (text !== undefined && !isEmail(text))
    throw invalid(key, `Invalid email address: ${text}`, "email_invalid");
  return text;
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
