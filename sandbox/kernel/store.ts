import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTable, type Table } from "./table.ts";

/** One provider's books: a JSON-serialisable value, saved soon after each `changed()`. */
export type Store<T> = { data: T; changed(): void; reset(): void };

export type Stores = {
  /** The books called `name`, read back from disk if they were there, else `empty()`. */
  open<T>(name: string, empty: () => T): Store<T>;
  /** The keyed book called `name`, for what is too busy to be saved whole: each change is on disk at once. */
  table<T>(name: string): Table<T>;
  /** Writes everything that is unsaved, now. */
  flush(): void;
  /** Empties every book, in memory and on disk. */
  resetAll(): void;
  /** Runs `listener` after each `resetAll`, for what a provider remembers outside its books. */
  onReset(listener: () => void): void;
};

const SAVE_DELAY_MS = 150;

export function createStores(dataDir?: string): Stores {
  const opened = new Map<string, { store: Store<unknown>; save: () => void; dirty: boolean }>();
  const tables: { clear(): void }[] = [];
  const listeners: (() => void)[] = [];
  if (dataDir) mkdirSync(dataDir, { recursive: true });

  return {
    open<T>(name: string, empty: () => T): Store<T> {
      const file = dataDir ? join(dataDir, `${name}.json`) : undefined;
      const entry = { store: undefined as unknown as Store<unknown>, save: () => {}, dirty: false };
      const store: Store<T> = {
        data: (file ? readJson<T>(file) : undefined) ?? empty(),
        changed() {
          if (entry.dirty) return;
          entry.dirty = true;
          setTimeout(() => entry.save(), SAVE_DELAY_MS).unref?.();
        },
        reset() {
          store.data = empty();
          store.changed();
        },
      };
      entry.store = store as Store<unknown>;
      entry.save = () => {
        if (!entry.dirty) return;
        entry.dirty = false;
        if (file) writeAtomically(file, JSON.stringify(store.data));
      };
      opened.set(name, entry);
      return store;
    },
    table<T>(name: string): Table<T> {
      const table = createTable<T>(dataDir ? join(dataDir, `${name}.jsonl`) : undefined);
      tables.push(table);
      return table;
    },
    flush() {
      for (const entry of opened.values()) entry.save();
    },
    resetAll() {
      for (const entry of opened.values()) entry.store.reset();
      for (const table of tables) table.clear();
      for (const listener of listeners) listener();
    },
    onReset(listener) {
      listeners.push(listener);
    },
  };
}

/** The value in a file, if there is one that can be read. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** A crash in the middle leaves the old file, never half of the new one. */
export function writeAtomically(file: string, text: string): void {
  const temporary = `${file}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
