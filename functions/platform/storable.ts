import type { FieldProblem } from "./errors.ts";

/** Where in a value, as a dotted path, some text cannot be kept. */
type Place = { value: unknown; path: string };

const MESSAGE = "holds a character that no text may hold (NUL or half a surrogate pair)";

/**
 * The first text in `value` that the database could not keep: PostgreSQL knows no NUL, and half a surrogate pair is
 * no Unicode text at all. JSON and JavaScript allow both, so they have to be told apart at the edge. Walks without
 * recursion: how deep a value goes is the sender's choice.
 * @param part named where the whole value is the text
 */
export function unstorable(value: unknown, part: string): FieldProblem | undefined {
  const places: Place[] = [{ value, path: "" }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { value: found, path } = place;
    if (typeof found === "string") {
      if (!isStorable(found)) return { field: path || part, message: MESSAGE };
    } else if (typeof found === "object" && found !== null) {
      for (const [key, inner] of Object.entries(found)) {
        if (!isStorable(key)) return { field: path || part, message: MESSAGE };
        places.push({ value: inner, path: path ? `${path}.${key}` : key });
      }
    }
  }
  return undefined;
}

const isStorable = (text: string): boolean => !text.includes("\0") && !HALF_PAIR.test(text);

const HALF_PAIR = /\p{Surrogate}/u;

/**
 * The text with U+FFFD in place of what cannot be kept. For what a provider tells us: to refuse a customer's text
 * or words for the sake of one character would lose them.
 */
export const storableText = (text: string): string =>
  text.replaceAll("\0", "\ufffd").replaceAll(/\p{Surrogate}/gu, "\ufffd");
