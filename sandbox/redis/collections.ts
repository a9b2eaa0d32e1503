import { type Commands, command, exactly, integer, OK, type Reply, scan, sliceRange } from "./command.ts";
import { type Keyspace, RedisError } from "./keyspace.ts";

const members = (ks: Keyspace, key: string) => ks.read(key, "set") ?? new Set<string>();
const items = (ks: Keyspace, key: string) => ks.read(key, "list") ?? [];

export const sets: Commands = {
  SADD: command(2, undefined, (ks, [key = "", ...added]) => {
    const set = ks.open(key, "set");
    const before = set.size;
    for (const member of added) set.add(member);
    return set.size - before;
  }),
  SREM: command(2, undefined, (ks, [key = "", ...removed]) => {
    const set = members(ks, key);
    const gone = removed.filter((member) => set.delete(member)).length;
    ks.tidy(key);
    return gone;
  }),
  SMEMBERS: exactly(1, (ks, [key = ""]) => [...members(ks, key)]),
  SCARD: exactly(1, (ks, [key = ""]) => members(ks, key).size),
  SISMEMBER: exactly(2, (ks, [key = "", member = ""]) => (members(ks, key).has(member) ? 1 : 0)),
  SMISMEMBER: command(2, undefined, (ks, [key = "", ...asked]) => {
    const set = members(ks, key);
    return asked.map((member) => (set.has(member) ? 1 : 0));
  }),
  SPOP: command(1, 2, (ks, [key = "", count]) => {
    const set = members(ks, key);
    const taken = shuffled([...set]).slice(0, count === undefined ? 1 : integer(count));
    for (const member of taken) set.delete(member);
    ks.tidy(key);
    return count === undefined ? (taken[0] ?? null) : taken;
  }),
  SRANDMEMBER: command(1, 2, (ks, [key = "", count]) => {
    const taken = shuffled([...members(ks, key)]);
    return count === undefined ? (taken[0] ?? null) : taken.slice(0, Math.abs(integer(count)));
  }),
  SMOVE: exactly(3, (ks, [from = "", to = "", member = ""]) => {
    if (!members(ks, from).delete(member)) return 0;
    ks.tidy(from);
    ks.open(to, "set").add(member);
    return 1;
  }),
  SINTER: command(1, undefined, (ks, keys) =>
    combine(ks, keys, (a, b) => [...a].filter((member) => b.has(member))),
  ),
  SUNION: command(1, undefined, (ks, keys) => combine(ks, keys, (a, b) => [...a, ...b])),
  SDIFF: command(1, undefined, (ks, keys) =>
    combine(ks, keys, (a, b) => [...a].filter((member) => !b.has(member))),
  ),
  SSCAN: command(2, undefined, (ks, [key = "", cursor = "", ...options]) => {
    const { next, found } = scan([...members(ks, key)], cursor, options, (member) => member);
    return [next, found];
  }),
};

export const lists: Commands = {
  LPUSH: command(2, undefined, (ks, [key = "", ...added]) =>
    ks.open(key, "list").unshift(...added.reverse()),
  ),
  RPUSH: command(2, undefined, (ks, [key = "", ...added]) => ks.open(key, "list").push(...added)),
  LPOP: command(1, 2, (ks, [key = "", count]) => pop(ks, key, count, (list, n) => list.splice(0, n))),
  RPOP: command(1, 2, (ks, [key = "", count]) =>
    pop(ks, key, count, (list, n) => list.splice(Math.max(0, list.length - n)).reverse()),
  ),
  LLEN: exactly(1, (ks, [key = ""]) => items(ks, key).length),
  LRANGE: exactly(3, (ks, [key = "", start, stop]) =>
    sliceRange(items(ks, key), integer(start), integer(stop)),
  ),
  LINDEX: exactly(2, (ks, [key = "", index]) => items(ks, key).at(integer(index)) ?? null),
  LSET: exactly(3, (ks, [key = "", index, value = ""]) => {
    const list = items(ks, key);
    const at = integer(index) < 0 ? list.length + integer(index) : integer(index);
    if (!list.length) throw new RedisError("ERR no such key");
    if (at < 0 || at >= list.length) throw new RedisError("ERR index out of range");
    list[at] = value;
    return OK;
  }),
  LTRIM: exactly(3, (ks, [key = "", start, stop]) => {
    const list = items(ks, key);
    list.splice(0, list.length, ...sliceRange(list, integer(start), integer(stop)));
    ks.tidy(key);
    return OK;
  }),
  LREM: exactly(3, (ks, [key = "", count, value = ""]) => {
    const list = items(ks, key);
    const limit = Math.abs(integer(count)) || list.length;
    const hits = list.flatMap((item, at) => (item === value ? [at] : []));
    const gone = new Set(integer(count) < 0 ? hits.slice(-limit) : hits.slice(0, limit));
    list.splice(0, list.length, ...list.filter((_, at) => !gone.has(at)));
    ks.tidy(key);
    return gone.size;
  }),
};

function combine(ks: Keyspace, keys: string[], join: (a: Set<string>, b: Set<string>) => string[]): Reply {
  const [first = new Set<string>(), ...rest] = keys.map((key) => members(ks, key));
  return [...rest.reduce((a, b) => new Set(join(a, b)), first)];
}

function shuffled<T>(list: T[]): T[] {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function pop(
  ks: Keyspace,
  key: string,
  count: string | undefined,
  take: (list: string[], n: number) => string[],
): Reply {
  const list = ks.read(key, "list");
  if (!list) return null;
  const taken = take(list, count === undefined ? 1 : integer(count));
  ks.tidy(key);
  return count === undefined ? (taken[0] ?? null) : taken;
}
