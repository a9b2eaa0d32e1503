import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { prepareDatabase } from "../../sandbox/database/supabase.ts";
import { MIGRATIONS_DIR } from "../../scripts/lib/database-types.ts";
import { landedChecksums, landedData } from "../../scripts/lib/landed.ts";

/** Makes an empty database what an installation of the version that landed last had: its migrations, and a shop's rows. */
export async function restoreLanded(databaseUrl: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "landed-"));
  try {
    for (const file of Object.keys(landedChecksums()))
      copyFileSync(join(MIGRATIONS_DIR, file), join(folder, file));
    await prepareDatabase(databaseUrl, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await fill(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** As a restored backup is filled: without triggers, and the sequences go on after the last of what is there. */
async function fill(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const [table, rows] of Object.entries(landedData())) {
      const made = await tx`select attname::text as name from pg_attribute
        where attrelid = ${table}::regclass and attgenerated <> ''`;
      // Transactions are counted anew in every cluster.
      const left = ["txid", ...made.map(({ name }) => String(name))];
      const columns = Object.keys(rows[0] ?? {}).filter((column) => !left.includes(column));
      await tx.unsafe(
        `insert into ${table} (${columns}) overriding system value
         select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    await tx`select setval(pg_get_serial_sequence('public.events', 'seq'), (select max(seq) from public.events))`;
  });
}
