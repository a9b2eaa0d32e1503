import postgres, { type TransactionSql } from "postgres";
import type { TestDatabase } from "../../harness/database.ts";

export type Claims = Record<string, unknown>;

/** A transaction as PostgREST opens one for a token, that stays open until told otherwise. */
export async function openTransaction(db: TestDatabase, claims: Claims) {
  const sql = postgres(db.url, { max: 1, onnotice: () => {} });
  const opened = Promise.withResolvers<TransactionSql>();
  const finish = Promise.withResolvers<void>();
  const whole = sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
    opened.resolve(tx);
    await finish.promise;
  });
  const tx = await opened.promise;
  return {
    tx,
    async commit() {
      finish.resolve();
      await whole;
      await sql.end();
    },
  };
}

/** Resolves once some connection of this database waits for a lock. */
export async function somebodyWaits(db: TestDatabase): Promise<void> {
  for (;;) {
    const waiting = await db.sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

class Undone extends Error {}

/** Runs `act` in a transaction of a superuser and takes back whatever it did. */
export async function undone<T>({ sql }: TestDatabase, act: (tx: TransactionSql) => Promise<T>): Promise<T> {
  const result: { value?: T } = {};
  await sql
    .begin(async (tx) => {
      result.value = await act(tx);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return result.value as T;
}
