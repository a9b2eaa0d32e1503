import {
  arg,
  type Commands,
  command,
  exactly,
  float,
  integer,
  numberText,
  OK,
  pairs,
  syntaxError,
} from "./command.ts";
import { type Keyspace, RedisError } from "./keyspace.ts";

type SetOptions = { nx: boolean; xx: boolean; get: boolean; keep: boolean; expiry?: number };

export const strings: Commands = {
  GET: exactly(1, (ks, [key = ""]) => ks.read(key, "string") ?? null),
  SET: command(2, undefined, (ks, [key = "", value = "", ...rest]) =>
    set(ks, key, value, setOptions(ks, rest)),
  ),
  SETNX: exactly(2, (ks, [key = "", value = ""]) => {
    if (ks.typeOf(key)) return 0;
    ks.setString(key, value);
    return 1;
  }),
  SETEX: exactly(3, (ks, [key = "", seconds, value = ""]) =>
    setFor(ks, key, value, positive(seconds) * 1_000),
  ),
  PSETEX: exactly(3, (ks, [key = "", ms, value = ""]) => setFor(ks, key, value, positive(ms))),
  GETSET: exactly(2, (ks, [key = "", value = ""]) => {
    const old = ks.read(key, "string") ?? null;
    ks.setString(key, value);
    return old;
  }),
  GETDEL: exactly(1, (ks, [key = ""]) => {
    const old = ks.read(key, "string") ?? null;
    ks.delete(key);
    return old;
  }),
  GETEX: command(1, 3, (ks, [key = "", ...rest]) => {
    const value = ks.read(key, "string");
    if (value === undefined) return null;
    if (rest[0]?.toUpperCase() === "PERSIST") ks.expireAt(key, undefined);
    else if (rest[0]) ks.expireAt(key, expiryOption(ks, rest[0].toUpperCase(), rest[1]));
    return value;
  }),
  MGET: command(1, undefined, (ks, keys) =>
    keys.map((key) => (ks.typeOf(key) === "string" ? (ks.read(key, "string") ?? null) : null)),
  ),
  MSET: command(2, undefined, (ks, args) => {
    for (const [key, value] of pairs(args, "mset")) ks.setString(key, value);
    return OK;
  }),
  MSETNX: command(2, undefined, (ks, args) => {
    const all = pairs(args, "msetnx");
    if (all.some(([key]) => ks.typeOf(key))) return 0;
    for (const [key, value] of all) ks.setString(key, value);
    return 1;
  }),
  INCR: exactly(1, (ks, [key = ""]) => add(ks, key, 1)),
  DECR: exactly(1, (ks, [key = ""]) => add(ks, key, -1)),
  INCRBY: exactly(2, (ks, [key = "", by]) => add(ks, key, integer(by))),
  DECRBY: exactly(2, (ks, [key = "", by]) => add(ks, key, -integer(by))),
  INCRBYFLOAT: exactly(2, (ks, [key = "", by]) => {
    const sum = numberText(float(ks.read(key, "string") ?? "0") + float(by));
    ks.setString(key, sum, true);
    return sum;
  }),
  APPEND: exactly(2, (ks, [key = "", tail = ""]) => {
    const value = (ks.read(key, "string") ?? "") + tail;
    ks.setString(key, value, true);
    return Buffer.byteLength(value);
  }),
  STRLEN: exactly(1, (ks, [key = ""]) => Buffer.byteLength(ks.read(key, "string") ?? "")),
  GETRANGE: exactly(3, (ks, [key = "", start, end]) => {
    const bytes = Buffer.from(ks.read(key, "string") ?? "");
    const at = (index: number) => (index < 0 ? Math.max(0, bytes.length + index) : index);
    return bytes.subarray(at(integer(start)), at(integer(end)) + 1).toString();
  }),
};

function set(ks: Keyspace, key: string, value: string, options: SetOptions) {
  const exists = ks.typeOf(key) !== undefined;
  const old = options.get ? (ks.read(key, "string") ?? null) : null;
  if ((options.nx && exists) || (options.xx && !exists)) return old;
  ks.setString(key, value, options.keep);
  if (options.expiry !== undefined) ks.expireAt(key, options.expiry);
  return options.get ? old : OK;
}

function setOptions(ks: Keyspace, words: string[]): SetOptions {
  const options: SetOptions = { nx: false, xx: false, get: false, keep: false };
  for (let i = 0; i < words.length; i++) {
    const word = arg(words, i).toUpperCase();
    if (word === "NX") options.nx = true;
    else if (word === "XX") options.xx = true;
    else if (word === "GET") options.get = true;
    else if (word === "KEEPTTL") options.keep = true;
    else options.expiry = expiryOption(ks, word, words[++i]);
  }
  if (options.nx && options.xx) throw syntaxError();
  return options;
}

/** The instant an EX, PX, EXAT or PXAT option names. Instants are the caller's real time. */
function expiryOption(ks: Keyspace, word: string, value: string | undefined): number {
  if (word === "EX") return ks.now() + positive(value) * 1_000;
  if (word === "PX") return ks.now() + positive(value);
  if (word === "EXAT") return ks.now() + positive(value) * 1_000 - Date.now();
  if (word === "PXAT") return ks.now() + positive(value) - Date.now();
  throw syntaxError();
}

function positive(text: string | undefined): number {
  const value = integer(text);
  if (value <= 0) throw new RedisError("ERR invalid expire time");
  return value;
}

function setFor(ks: Keyspace, key: string, value: string, ms: number) {
  ks.setString(key, value);
  ks.expireAt(key, ks.now() + ms);
  return OK;
}

function add(ks: Keyspace, key: string, by: number): number {
  const sum = integer(ks.read(key, "string") ?? "0") + by;
  ks.setString(key, String(sum), true);
  return sum;
}
