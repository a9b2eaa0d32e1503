import { type Commands, command, exactly, float, integer, numberText, OK, pairs, scan } from "./command.ts";
import type { Keyspace } from "./keyspace.ts";

export const hashes: Commands = {
  HSET: command(3, undefined, (ks, [key = "", ...rest]) => put(ks, key, pairs(rest, "hset"))),
  HMSET: command(3, undefined, (ks, [key = "", ...rest]) => {
    put(ks, key, pairs(rest, "hmset"));
    return OK;
  }),
  HSETNX: exactly(3, (ks, [key = "", field = "", value = ""]) =>
    ks.read(key, "hash")?.has(field) ? 0 : put(ks, key, [[field, value]]),
  ),
  HGET: exactly(2, (ks, [key = "", field = ""]) => ks.read(key, "hash")?.get(field) ?? null),
  HMGET: command(2, undefined, (ks, [key = "", ...fields]) => {
    const hash = ks.read(key, "hash");
    return fields.map((field) => hash?.get(field) ?? null);
  }),
  HGETALL: exactly(1, (ks, [key = ""]) => [...(ks.read(key, "hash") ?? [])].flat()),
  HKEYS: exactly(1, (ks, [key = ""]) => [...(ks.read(key, "hash")?.keys() ?? [])]),
  HVALS: exactly(1, (ks, [key = ""]) => [...(ks.read(key, "hash")?.values() ?? [])]),
  HLEN: exactly(1, (ks, [key = ""]) => ks.read(key, "hash")?.size ?? 0),
  HEXISTS: exactly(2, (ks, [key = "", field = ""]) => (ks.read(key, "hash")?.has(field) ? 1 : 0)),
  HSTRLEN: exactly(2, (ks, [key = "", field = ""]) =>
    Buffer.byteLength(ks.read(key, "hash")?.get(field) ?? ""),
  ),
  HDEL: command(2, undefined, (ks, [key = "", ...fields]) => {
    const hash = ks.read(key, "hash");
    const gone = fields.filter((field) => hash?.delete(field)).length;
    ks.tidy(key);
    return gone;
  }),
  HINCRBY: exactly(3, (ks, [key = "", field = "", by]) => {
    const sum = integer(ks.read(key, "hash")?.get(field) ?? "0") + integer(by);
    put(ks, key, [[field, String(sum)]]);
    return sum;
  }),
  HINCRBYFLOAT: exactly(3, (ks, [key = "", field = "", by]) => {
    const sum = numberText(float(ks.read(key, "hash")?.get(field) ?? "0") + float(by));
    put(ks, key, [[field, sum]]);
    return sum;
  }),
  HSCAN: command(2, undefined, (ks, [key = "", cursor = "", ...options]) => {
    const { next, found } = scan([...(ks.read(key, "hash") ?? [])], cursor, options, ([field]) => field);
    return [next, found.flat()];
  }),
};

/** How many of the fields are new. */
function put(ks: Keyspace, key: string, fields: [string, string][]): number {
  const hash = ks.open(key, "hash");
  const before = hash.size;
  for (const [field, value] of fields) hash.set(field, value);
  return hash.size - before;
}
