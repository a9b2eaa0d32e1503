import type { Session } from "../../../functions/domain/accounts/contracts.ts";

/** The part of Storage and of Web Locks that a session needs, so that tests bring their own. */
export type SessionStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

export type SessionStore = {
  get(): Session | null;
  set(session: Session | null): void;
  subscribe(listener: () => void): () => void;
  /** Another tab changed the storage: forget what was read. */
  reload(): void;
};

const KEY = "callwaiting.session";

/** Keeps the signed-in session in the browser's storage, so that a reload and another tab share it. */
export function createSessionStore(storage: SessionStorage): SessionStore {
  const listeners = new Set<() => void>();
  let current = read(storage);
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    set(session) {
      current = session;
      if (session) storage.setItem(KEY, JSON.stringify(session));
      else storage.removeItem(KEY);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload() {
      const before = current?.accessToken;
      current = read(storage);
      if (before !== current?.accessToken) tell();
    },
  };
}

function read(storage: SessionStorage): Session | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? "null");
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
}

const isSession = (value: unknown): value is Session =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Session).accessToken === "string" &&
  typeof (value as Session).refreshToken === "string" &&
  typeof (value as Session).expiresAt === "number";
