import { type Commands, command, exactly, globTest, integer, OK, scan } from "./command.ts";
import { type Keyspace, RedisError } from "./keyspace.ts";

const count = (keys: string[], test: (key: string) => boolean) => keys.filter(test).length;

export const keys: Commands = {
  DEL: command(1, undefined, (ks, names) => count(names, ks.delete)),
  UNLINK: command(1, undefined, (ks, names) => count(names, ks.delete)),
  EXISTS: command(1, undefined, (ks, names) => count(names, (key) => ks.typeOf(key) !== undefined)),
  TOUCH: command(1, undefined, (ks, names) => count(names, (key) => ks.typeOf(key) !== undefined)),
  TYPE: exactly(1, (ks, [key = ""]) => ks.typeOf(key) ?? "none"),
  EXPIRE: command(2, 3, (ks, [key = "", s, when]) => expire(ks, key, ks.now() + integer(s) * 1_000, when)),
  PEXPIRE: command(2, 3, (ks, [key = "", ms, when]) => expire(ks, key, ks.now() + integer(ms), when)),
  EXPIREAT: command(2, 3, (ks, [key = "", s, when]) =>
    expire(ks, key, ks.now() + integer(s) * 1_000 - Date.now(), when),
  ),
  PEXPIREAT: command(2, 3, (ks, [key = "", ms, when]) =>
    expire(ks, key, ks.now() + integer(ms) - Date.now(), when),
  ),
  PERSIST: exactly(1, (ks, [key = ""]) => {
    const had = ks.expiryOf(key) !== undefined;
    ks.expireAt(key, undefined);
    return had ? 1 : 0;
  }),
  TTL: exactly(1, (ks, [key = ""]) => remaining(ks, key, 1_000)),
  PTTL: exactly(1, (ks, [key = ""]) => remaining(ks, key, 1)),
  KEYS: exactly(1, (ks, [pattern = ""]) => ks.keys().filter(globTest(pattern))),
  SCAN: command(1, undefined, (ks, [cursor = "", ...options]) => {
    const type = options[options.findIndex((word) => word.toUpperCase() === "TYPE") + 1];
    const { next, found } = scan(ks.keys(), cursor, options, (key) => key);
    const typed = options.some((word) => word.toUpperCase() === "TYPE");
    return [next, typed ? found.filter((key) => ks.typeOf(key) === type) : found];
  }),
  RENAME: exactly(2, (ks, [from = "", to = ""]) => {
    ks.rename(from, to);
    return OK;
  }),
  RENAMENX: exactly(2, (ks, [from = "", to = ""]) => {
    if (ks.typeOf(to)) return 0;
    ks.rename(from, to);
    return 1;
  }),
  RANDOMKEY: exactly(0, (ks) => {
    const all = ks.keys();
    return all[Math.floor(Math.random() * all.length)] ?? null;
  }),
  DBSIZE: exactly(0, (ks) => ks.keys().length),
  FLUSHDB: command(0, 1, flush),
  FLUSHALL: command(0, 1, flush),
  PING: command(0, 1, (_, [text]) => text ?? "PONG"),
  ECHO: exactly(1, (_, [text = ""]) => text),
  TIME: exactly(0, (ks) => [
    String(Math.floor(ks.now() / 1_000)),
    String(Math.floor((ks.now() % 1_000) * 1_000)),
  ]),
};

function flush(ks: Keyspace) {
  ks.clear();
  return OK;
}

function expire(ks: Keyspace, key: string, at: number, when?: string): number {
  if (!ks.typeOf(key)) return 0;
  if (when && !mayExpire(when.toUpperCase(), ks.expiryOf(key), at)) return 0;
  if (at <= ks.now()) ks.delete(key);
  else ks.expireAt(key, at);
  return 1;
}

function mayExpire(when: string, current: number | undefined, at: number): boolean {
  if (when === "NX") return current === undefined;
  if (when === "XX") return current !== undefined;
  if (when === "GT") return current !== undefined && at > current;
  if (when === "LT") return current === undefined || at < current;
  throw new RedisError(`ERR Unsupported option ${when}`);
}

/** -2 when there is no such key, -1 when it never expires. */
function remaining(ks: Keyspace, key: string, unit: number): number {
  if (!ks.typeOf(key)) return -2;
  const expiry = ks.expiryOf(key);
  return expiry === undefined ? -1 : Math.round((expiry - ks.now()) / unit);
}
