import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * A keyed book that survives SIGKILL: every change is one appended line, written before `set` returns.
 * For books too large or too busy to be rewritten whole. Keeps the order of first insertion.
 */
export type Table<T> = {
  readonly size: number;
  get(id: string): T | undefined;
  has(id: string): boolean;
  set(id: string, value: T): void;
  delete(id: string): boolean;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  clear(): void;
};

/** Superseded lines are dropped once they outnumber the living by this factor. */
const WASTE_FACTOR = 4;
const COMPACT_FROM_LINES = 2_000;

/** The table kept in `file` (JSON lines: `[id, value]`, or `[id]` for a deletion); in memory only without one. */
export function createTable<T>(file?: string): Table<T> {
  const rows = file ? readLines<T>(file) : new Map<string, T>();
  const journal = file ? createJournal(file, () => rows) : undefined;

  return {
    get size() {
      return rows.size;
    },
    get: (id) => rows.get(id),
    has: (id) => rows.has(id),
    set(id, value) {
      rows.set(id, value);
      journal?.append([id, value]);
    },
    delete(id) {
      const existed = rows.delete(id);
      if (existed) journal?.append([id]);
      return existed;
    },
    values: () => rows.values(),
    entries: () => rows.entries(),
    clear() {
      rows.clear();
      journal?.compact();
    },
  };
}

function createJournal(file: string, rows: () => Map<string, unknown>) {
  mkdirSync(dirname(file), { recursive: true });
  let lines = 0;
  let handle = -1;

  const compact = () => {
    const text = [...rows()].map((row) => `${JSON.stringify(row)}\n`).join("");
    if (handle >= 0) closeSync(handle);
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
    handle = openSync(file, "a");
    lines = rows().size;
  };

  compact();
  return {
    compact,
    append(line: unknown[]) {
      writeSync(handle, `${JSON.stringify(line)}\n`);
      lines += 1;
      if (lines > COMPACT_FROM_LINES && lines > rows().size * WASTE_FACTOR) compact();
    },
  };
}

function readLines<T>(file: string): Map<string, T> {
  const rows = new Map<string, T>();
  for (const line of readText(file).split("\n")) {
    const row = parseLine<T>(line);
    if (row?.length === 2) rows.set(row[0], row[1]);
    else if (row) rows.delete(row[0]);
  }
  return rows;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** A process killed in the middle of a write leaves half a line: that change was never acknowledged. */
function parseLine<T>(line: string): [string, T] | [string] | undefined {
  try {
    return line ? (JSON.parse(line) as [string, T] | [string]) : undefined;
  } catch {
    return undefined;
  }
}
