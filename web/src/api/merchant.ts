type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

export type MerchantChoice = {
  get(): string | null;
  set(id: string | null): void;
  subscribe(listener: () => void): () => void;
};

const KEY = "callwaiting.merchant";

/** Which of a person's merchants this browser shows. */
export function createMerchantChoice(storage: Storage): MerchantChoice {
  const listeners = new Set<() => void>();
  return {
    get: () => storage.getItem(KEY),
    set(id) {
      if (id === storage.getItem(KEY)) return;
      if (id) storage.setItem(KEY, id);
      else storage.removeItem(KEY);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
