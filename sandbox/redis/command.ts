import { type Keyspace, RedisError } from "./keyspace.ts";

/** What a command answers. `status` is a simple string such as OK, which REST sends as it is. */
export type Reply = string | number | null | { status: string } | Reply[];

/** `min` and `max` count the arguments after the command's name. */
export type Command = { min: number; max?: number; run: (keyspace: Keyspace, args: string[]) => Reply };
export type Commands = Record<string, Command>;

export const OK = { status: "OK" };

/** A command without a limit on its arguments, unless `max` says so. */
export const command = (min: number, max: number | undefined, run: Command["run"]): Command => ({
  min,
  ...(max !== undefined && { max }),
  run,
});

export const exactly = (count: number, run: Command["run"]): Command => ({ min: count, max: count, run });

export const syntaxError = () => new RedisError("ERR syntax error");

/** The argument at `at`; the arity check has made sure of it, where the command's `min` covers it. */
export function arg(args: readonly string[], at: number): string {
  const value = args[at];
  if (value === undefined) throw syntaxError();
  return value;
}

export function integer(text: string | undefined): number {
  if (text === undefined || !/^[-+]?\d{1,16}$/.test(text))
    throw new RedisError("ERR value is not an integer or out of range");
  return Number(text);
}

export function float(text: string | undefined): number {
  if (text !== undefined && /^[-+]?inf(inity)?$/i.test(text))
    return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const value = text?.trim() ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new RedisError("ERR value is not a valid float");
  return value;
}

/** A number as Redis writes it: no exponent for what fits, `inf` for infinity. */
export function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "inf";
  if (value === Number.NEGATIVE_INFINITY) return "-inf";
  return String(value);
}

/** `a b c d` → [[a, b], [c, d]]. @throws RedisError when one is left over. */
export function pairs(args: readonly string[], name: string): [string, string][] {
  if (args.length % 2) throw new RedisError(`ERR wrong number of arguments for '${name}' command`);
  const list: [string, string][] = [];
  for (let i = 0; i < args.length; i += 2) list.push([arg(args, i), arg(args, i + 1)]);
  return list;
}

/** Redis's index range: negative counts from the end, both ends included. */
export function sliceRange<T>(items: readonly T[], start: number, stop: number): T[] {
  const from = start < 0 ? Math.max(0, items.length + start) : start;
  const to = stop < 0 ? items.length + stop : stop;
  return to < from ? [] : items.slice(from, to + 1);
}

/** A Redis glob (`*`, `?`, `[a-z]`, `\x`) as a test. */
export function globTest(pattern: string): (text: string) => boolean {
  const source = pattern.replace(
    /\\(.)|\[(\^?)([^\]]*)\]|[*?]|[.+^${}()|[\]\\/]/g,
    (found, escaped, not, set) => {
      if (escaped !== undefined) return escaped.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      if (set !== undefined) return `[${not}${set.replace(/[\\\]]/g, "\\$&")}]`;
      if (found === "*") return "[\\s\\S]*";
      return found === "?" ? "[\\s\\S]" : `\\${found}`;
    },
  );
  const regex = new RegExp(`^${source}$`);
  return (text) => regex.test(text);
}

/** The SCAN family's options and paging over `items`; the cursor is a position. */
export function scan<T>(items: readonly T[], cursor: string, options: string[], nameOf: (item: T) => string) {
  let test = (_: string) => true;
  let count = 10;
  for (let i = 0; i < options.length; i += 2) {
    const name = arg(options, i).toUpperCase();
    const value = arg(options, i + 1);
    if (name === "MATCH") test = globTest(value);
    else if (name === "COUNT") count = Math.max(1, integer(value));
    else if (name !== "TYPE") throw syntaxError();
  }
  const start = integer(cursor);
  const next = start + count >= items.length ? 0 : start + count;
  return {
    next: String(next),
    found: items.slice(start, start + count).filter((item) => test(nameOf(item))),
  };
}
