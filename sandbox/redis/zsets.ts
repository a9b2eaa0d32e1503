import {
  arg,
  type Commands,
  command,
  exactly,
  float,
  integer,
  numberText,
  pairs,
  type Reply,
  scan,
  sliceRange,
  syntaxError,
} from "./command.ts";
import { type Keyspace, RedisError } from "./keyspace.ts";

type Ranked = [member: string, score: number];

const scores = (ks: Keyspace, key: string) => ks.read(key, "zset") ?? new Map<string, number>();

/** Lowest score first; equal scores by member. Sorted at each reading: these sets are small. */
const ranked = (ks: Keyspace, key: string): Ranked[] =>
  [...scores(ks, key)].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));

const score = (value: number | undefined): Reply => (value === undefined ? null : numberText(value));

export const zsets: Commands = {
  ZADD: command(3, undefined, (ks, [key = "", ...rest]) => add(ks, key, rest)),
  ZINCRBY: exactly(3, (ks, [key = "", by, member = ""]) => {
    const sum = (scores(ks, key).get(member) ?? 0) + float(by);
    ks.open(key, "zset").set(member, sum);
    return numberText(sum);
  }),
  ZREM: command(2, undefined, (ks, [key = "", ...members]) => remove(ks, key, members)),
  ZSCORE: exactly(2, (ks, [key = "", member = ""]) => score(scores(ks, key).get(member))),
  ZMSCORE: command(2, undefined, (ks, [key = "", ...members]) =>
    members.map((member) => score(scores(ks, key).get(member))),
  ),
  ZCARD: exactly(1, (ks, [key = ""]) => scores(ks, key).size),
  ZCOUNT: exactly(3, (ks, [key = "", min, max]) => ranked(ks, key).filter(within(min, max)).length),
  ZRANK: exactly(2, (ks, [key = "", member]) => rank(ranked(ks, key), member)),
  ZREVRANK: exactly(2, (ks, [key = "", member]) => rank(ranked(ks, key).reverse(), member)),
  ZRANGE: command(3, undefined, (ks, [key = "", start = "", stop = "", ...options]) =>
    range(ks, key, start, stop, options),
  ),
  ZREVRANGE: command(3, 4, (ks, [key = "", start = "", stop = "", ...options]) =>
    range(ks, key, start, stop, [...options, "REV"]),
  ),
  ZRANGEBYSCORE: command(3, undefined, (ks, [key = "", min = "", max = "", ...options]) =>
    range(ks, key, min, max, [...options, "BYSCORE"]),
  ),
  ZREVRANGEBYSCORE: command(3, undefined, (ks, [key = "", max = "", min = "", ...options]) =>
    range(ks, key, max, min, [...options, "BYSCORE", "REV"]),
  ),
  ZREMRANGEBYSCORE: exactly(3, (ks, [key = "", min, max]) =>
    remove(
      ks,
      key,
      ranked(ks, key)
        .filter(within(min, max))
        .map(([member]) => member),
    ),
  ),
  ZREMRANGEBYRANK: exactly(3, (ks, [key = "", start, stop]) => {
    const chosen = sliceRange(ranked(ks, key), integer(start), integer(stop));
    return remove(
      ks,
      key,
      chosen.map(([member]) => member),
    );
  }),
  ZPOPMIN: command(1, 2, (ks, [key = "", count = "1"]) => pop(ks, key, ranked(ks, key), integer(count))),
  ZPOPMAX: command(1, 2, (ks, [key = "", count = "1"]) =>
    pop(ks, key, ranked(ks, key).reverse(), integer(count)),
  ),
  ZSCAN: command(2, undefined, (ks, [key = "", cursor = "", ...options]) => {
    const { next, found } = scan(ranked(ks, key), cursor, options, ([member]) => member);
    return [next, withScores(found)];
  }),
};

const withScores = (list: Ranked[]) => list.flatMap(([member, value]) => [member, numberText(value)]);

const rank = (list: Ranked[], member: string | undefined): Reply => {
  const at = list.findIndex(([name]) => name === member);
  return at < 0 ? null : at;
};

/** `(5` leaves five out. */
function within(min: string | undefined, max: string | undefined): (entry: Ranked) => boolean {
  const low = float(min?.replace(/^\(/, ""));
  const high = float(max?.replace(/^\(/, ""));
  return ([, value]) =>
    (min?.startsWith("(") ? value > low : value >= low) &&
    (max?.startsWith("(") ? value < high : value <= high);
}

function range(ks: Keyspace, key: string, start: string, stop: string, options: string[]): Reply {
  const words = options.map((word) => word.toUpperCase());
  if (words.includes("BYLEX")) throw new RedisError("ERR BYLEX is not supported here");
  const reversed = words.includes("REV");
  const byScore = words.includes("BYSCORE");
  const all = reversed ? ranked(ks, key).reverse() : ranked(ks, key);
  const chosen = byScore
    ? all.filter(reversed ? within(stop, start) : within(start, stop))
    : sliceRange(all, integer(start), integer(stop));
  const limit = words.indexOf("LIMIT");
  const from = limit < 0 ? 0 : integer(options[limit + 1]);
  const count = limit < 0 ? -1 : integer(options[limit + 2]);
  const shown = chosen.slice(from, count < 0 ? undefined : from + count);
  return words.includes("WITHSCORES") ? withScores(shown) : shown.map(([member]) => member);
}

function add(ks: Keyspace, key: string, args: string[]): Reply {
  const flags = new Set<string>();
  let at = 0;
  for (; ["NX", "XX", "GT", "LT", "CH", "INCR"].includes(arg(args, at).toUpperCase()); at++)
    flags.add(arg(args, at).toUpperCase());
  const entries = pairs(args.slice(at), "zadd").map(([value, member]): Ranked => [member, float(value)]);
  if (entries.length === 0 || (flags.has("INCR") && entries.length > 1)) throw syntaxError();

  const zset = ks.open(key, "zset");
  const before = zset.size;
  let changed = 0;
  let last: Reply = null;
  for (const [member, value] of entries) {
    const old = zset.get(member);
    const next = flags.has("INCR") ? (old ?? 0) + value : value;
    if (!mayAdd(flags, old, next)) continue;
    if (old !== undefined && old !== next) changed += 1;
    zset.set(member, next);
    last = numberText(next);
  }
  ks.tidy(key);
  if (flags.has("INCR")) return last;
  return zset.size - before + (flags.has("CH") ? changed : 0);
}

function mayAdd(flags: Set<string>, old: number | undefined, next: number): boolean {
  if (flags.has("NX") && old !== undefined) return false;
  if (flags.has("XX") && old === undefined) return false;
  if (old === undefined) return true;
  return !(flags.has("GT") && next <= old) && !(flags.has("LT") && next >= old);
}

function remove(ks: Keyspace, key: string, members: string[]): number {
  const zset = scores(ks, key);
  const gone = members.filter((member) => zset.delete(member)).length;
  ks.tidy(key);
  return gone;
}

function pop(ks: Keyspace, key: string, list: Ranked[], count: number): Reply {
  const taken = list.slice(0, count);
  remove(
    ks,
    key,
    taken.map(([member]) => member),
  );
  return withScores(taken);
}
