import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import postgres, { type Sql } from "postgres";
import { makeSecrets } from "../runtime/node/data-folder.ts";
import { type Product, startProduct } from "../runtime/node/product.ts";
import { prepareDatabase } from "../sandbox/database/supabase.ts";
import { startTemporaryPostgres } from "../sandbox/database/temporary.ts";
import { enter } from "./demo/client.ts";
import { pizzeria } from "./demo/pizzeria.ts";
import { openShop } from "./demo/shop.ts";
import { MIGRATIONS_DIR } from "./lib/database-types.ts";
import { checksums, LANDED_DATA_FILE, LANDED_FILE, LANDED_PASSWORD, type LandedData } from "./lib/landed.ts";
import { tell } from "./lib/terminal.ts";

/** A menu of two, so that the record stays small. */
const SHOP = {
  ...pizzeria,
  groups: {},
  items: pizzeria.items.filter(({ name }) => ["Garlic bread", "Caesar salad"].includes(name)),
};
const CALLER = "+15145550187";

/**
 * `npm run migrations:land`: writes down that the migrations there are have reached an installation, and what a shop had
 * in its database by then: a call, a paid order and what was sent. Run it when a version is released; from then on the
 * tests hold these files to their checksums, and every newer version to keeping that shop's rows.
 */
async function main(): Promise<void> {
  const server = await startTemporaryPostgres();
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    await prepareDatabase(server.url, MIGRATIONS_DIR);
    const options = { port: 0, secrets: makeSecrets(), databaseUrl: server.url, migrate: false };
    const product = await startProduct(options);
    await anEvening(product, sql).finally(() => product.close());
    mkdirSync(dirname(LANDED_FILE), { recursive: true });
    writeFileSync(LANDED_FILE, `${JSON.stringify(checksums(), null, 2)}\n`);
    writeFileSync(LANDED_DATA_FILE, written(await dump(sql)));
    tell(`Wrote ${LANDED_FILE} and ${LANDED_DATA_FILE}.`);
  } finally {
    await sql.end({ timeout: 2 });
    await server.stop();
  }
}

/** A shop opens, somebody orders by telephone and pays, somebody else leaves a message. */
async function anEvening(product: Product, sql: Sql): Promise<void> {
  const { number = "" } = await openShop(product, SHOP, LANDED_PASSWORD);
  const auth = { url: process.env.SUPABASE_URL ?? "", apiKey: process.env.SUPABASE_PUBLISHABLE_KEY ?? "" };
  const { userId } = await enter(auth, "operator@callwaiting.example", LANDED_PASSWORD);
  await sql`insert into public.operators (user_id) values (${userId})`;

  await call(product, number, CALLER, "a garlic bread please", "that's all", "yes");
  const link = await found(async () => {
    const [row] = await sql`select url from public.payments where status = 'open'`;
    return row?.url as string | undefined;
  });
  await control(product, `/checkout/${encodeURIComponent(link)}`, {
    outcome: "pay",
    email: "guest@example.com",
  });
  await call(
    product,
    number,
    "+14505550118",
    "leave a message",
    "Hi, it's Sam. Do you cater for forty people?",
  );
  await found(async () => {
    const [row] = await sql`select 1 from public.orders where status = 'paid'
      and (select count(*) from public.messages where status in ('sent', 'delivered')) >= 4
      and exists (select from public.voicemails where transcription is not null)
      and not exists (select from public.messages where status in ('queued', 'sending'))
      and not exists (select from public.events where dispatched_at is null)
      and not exists (select from public.calls where ended_at is null)`;
    return row;
  });
}

async function call(product: Product, to: string, from: string, ...says: string[]): Promise<void> {
  const { callSid } = await control<{ callSid: string }>(product, "/calls", { from, to });
  for (const speech of says) await control(product, `/calls/${callSid}`, { speech });
  await control(product, `/calls/${callSid}`, { hangup: true }).catch(() => undefined); // Most have hung up by now.
}

async function control<T>({ url }: Product, path: string, body: object): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${url}/_sandbox${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Asks again until there is an answer, for at most a minute. */
async function found<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let asked = 0; asked < 600; asked++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The evening did not come to its end within a minute.");
}

/** All rows of ours, and the people of Supabase Auth. */
async function dump(sql: Sql): Promise<LandedData> {
  const tables = await sql<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname = 'public' or (schemaname, tablename) in (('auth', 'users'), ('auth', 'identities')) order by 1`;
  const data: LandedData = {};
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`);
    if (rows.length > 0) data[name] = rows.map(({ row }) => row as Record<string, unknown>);
  }
  return data;
}

/** One row a line, so that a change of one shows as one. */
const written = (data: LandedData): string => {
  const tables = Object.entries(data).map(([name, rows]) => {
    const lines = rows.map((row) => `    ${JSON.stringify(row)}`);
    return `  ${JSON.stringify(name)}: [\n${lines.join(",\n")}\n  ]`;
  });
  return `{\n${tables.join(",\n")}\n}\n`;
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
