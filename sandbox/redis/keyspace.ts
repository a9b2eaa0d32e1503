/** A value as Redis types it. Strings are JavaScript strings: over REST they are UTF-8 anyway. */
export type Value =
  | { type: "string"; value: string }
  | { type: "hash"; value: Map<string, string> }
  | { type: "set"; value: Set<string> }
  | { type: "zset"; value: Map<string, number> }
  | { type: "list"; value: string[] };

export type Type = Value["type"];
type Contents<T extends Type> = Extract<Value, { type: T }>["value"];

/** An error reply, e.g. `ERR syntax error`. */
export class RedisError extends Error {}

export type Keyspace = {
  /** Milliseconds since the epoch, on the sandbox's clock. */
  now(): number;
  /** The contents at `key`, undefined when there are none. @throws RedisError WRONGTYPE. */
  read<T extends Type>(key: string, type: T): Contents<T> | undefined;
  /** The same, made empty when there are none. */
  open<T extends Exclude<Type, "string">>(key: string, type: T): Contents<T>;
  typeOf(key: string): Type | undefined;
  setString(key: string, value: string, keepExpiry?: boolean): void;
  put(key: string, value: Value): void;
  delete(key: string): boolean;
  /** Drops `key` when nothing is left in it, as Redis does. */
  tidy(key: string): void;
  expireAt(key: string, at: number | undefined): void;
  expiryOf(key: string): number | undefined;
  keys(): string[];
  rename(from: string, to: string): void;
  clear(): void;
};

const SWEEP_EVERY = 1_000;

export function createKeyspace(now: () => number): Keyspace {
  const values = new Map<string, Value>();
  const expiries = new Map<string, number>();
  let writes = 0;

  const remove = (key: string) => {
    expiries.delete(key);
    return values.delete(key);
  };

  /** Expired keys go when they are next looked at; now and then all of them do. */
  const find = (key: string): Value | undefined => {
    const expiry = expiries.get(key);
    if (expiry !== undefined && expiry <= now()) remove(key);
    return values.get(key);
  };

  const sweep = () => {
    for (const [key, expiry] of expiries) if (expiry <= now()) remove(key);
  };

  const put = (key: string, value: Value) => {
    if (++writes % SWEEP_EVERY === 0) sweep();
    values.set(key, value);
  };

  const read = <T extends Type>(key: string, type: T): Contents<T> | undefined => {
    const found = find(key);
    if (found && found.type !== type)
      throw new RedisError("WRONGTYPE Operation against a key holding the wrong kind of value");
    return found?.value as Contents<T> | undefined;
  };

  return {
    now,
    read,
    open<T extends Exclude<Type, "string">>(key: string, type: T): Contents<T> {
      const found = read(key, type);
      if (found !== undefined) return found;
      const made = emptyOf(type);
      put(key, made);
      return made.value as Contents<T>;
    },
    typeOf: (key) => find(key)?.type,
    setString(key, value, keepExpiry = false) {
      if (!keepExpiry) expiries.delete(key);
      put(key, { type: "string", value });
    },
    put,
    delete: (key) => find(key) !== undefined && remove(key),
    tidy(key) {
      const found = find(key);
      if (found && found.type !== "string" && sizeOf(found) === 0) remove(key);
    },
    expireAt(key, at) {
      if (at === undefined) expiries.delete(key);
      else expiries.set(key, at);
    },
    expiryOf: (key) => (find(key) ? expiries.get(key) : undefined),
    keys() {
      sweep();
      return [...values.keys()];
    },
    rename(from, to) {
      const value = find(from);
      if (!value) throw new RedisError("ERR no such key");
      const expiry = expiries.get(from);
      remove(from);
      remove(to);
      values.set(to, value);
      if (expiry !== undefined) expiries.set(to, expiry);
    },
    clear() {
      values.clear();
      expiries.clear();
    },
  };
}

function emptyOf(type: Exclude<Type, "string">): Value {
  if (type === "hash") return { type, value: new Map() };
  if (type === "set") return { type, value: new Set() };
  if (type === "zset") return { type, value: new Map() };
  return { type, value: [] };
}

const sizeOf = (found: Exclude<Value, { type: "string" }>) =>
  found.type === "list" ? found.value.length : found.value.size;
