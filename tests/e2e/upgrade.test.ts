import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalSecrets } from "../../runtime/node/data-folder.ts";
import { choosePort } from "../../sandbox/database/ports.ts";
import { startPostgres } from "../../sandbox/database/postgres.ts";
import { createApiClient, enter } from "../../scripts/demo/client.ts";
import { LANDED_PASSWORD, landedChecksums, landedData } from "../../scripts/lib/landed.ts";
import { buildSites } from "../harness/browser.ts";
import { restoreLanded } from "../harness/landed.ts";
import { type Command, killCommands, ready, runCommand } from "./story/commands.ts";

/** A data folder as `npm start` of the version that landed last left it, with a shop, a paid order and two calls. */
let parent = "";
let folder = "";
let port = 0;
beforeAll(async () => {
  await buildSites();
  parent = mkdtempSync(join(tmpdir(), "upgrade-test-"));
  chmodSync(parent, 0o755);
  folder = join(parent, "data");
  port = await choosePort();
  const server = await startPostgres({ folder });
  await restoreLanded(server.url);
  await server.stop();
});
afterAll(async () => {
  killCommands();
  await runCommand("reset", { port, folder }).ended;
  rmSync(parent, { recursive: true, force: true });
});

const start = async (): Promise<Command> => {
  const command = runCommand("start", { port, folder, env: { CALLWAITING_DEMO: "off" } });
  await ready(command);
  return command;
};

async function signIn(email: string) {
  const url = `http://localhost:${port}`;
  const { publishableKey } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")) as LocalSecrets;
  const { token } = await enter({ url, apiKey: publishableKey }, email, LANDED_PASSWORD);
  return createApiClient(url, token);
}

const ids = (table: string) => landedData()[table]?.map(({ id }) => id) ?? [];
type List = { items: { id: string; name?: string; status?: string }[] };
type Status = { upToDate: boolean; applied: string[]; pending: { version: string }[] };

test("npm start of a newer version upgrades the folder: people, orders and calls are there, and work goes on", async () => {
  const command = await start();
  const owner = await signIn("owner@harbourpizza.example");
  const orders = await owner.get<List>("/api/orders");
  expect(orders.items.map(({ id, status }) => [id, status])).toEqual(
    ids("public.orders").map((id) => [id, "paid"]),
  );
  const calls = await owner.get<List>("/api/telephony/call-logs");
  expect(calls.items.map(({ id }) => id).sort()).toEqual(ids("public.calls").sort());
  const messages = await owner.get<List>("/api/messages");
  expect(messages.items.map(({ id }) => id).sort()).toEqual(ids("public.messages").sort());
  const menu = await owner.get<List>("/api/catalogue");
  expect(menu.items.map(({ name }) => name).sort()).toEqual(["Caesar salad", "Garlic bread"]);

  const [order] = ids("public.orders");
  expect(await owner.post(`/api/orders/${order}/fulfil`, {})).toMatchObject({ status: "fulfilled" });

  const operator = await signIn("operator@callwaiting.example");
  const status = () => operator.get<Status>("/api/migrations/status");
  const { upToDate, applied, pending } = await status();
  expect({ upToDate, pending }).toEqual({ upToDate: true, pending: [] });
  expect(applied).toEqual(
    expect.arrayContaining(Object.keys(landedChecksums()).map((file) => file.split("_")[0])),
  );

  // A version whose last migration has not run here says which that is.
  await history(`delete from schema_migrations where version = '${applied.at(-1)}'`);
  expect(await status()).toMatchObject({ upToDate: false, pending: [{ version: applied.at(-1) }] });
  await history(`insert into schema_migrations (version) values ('${applied.at(-1)}')`);

  command.child.kill("SIGINT");
  expect(await command.ended).toBe(0);
  const again = await start();
  expect((await (await signIn("owner@harbourpizza.example")).get<List>("/api/orders")).items).toMatchObject([
    { id: order, status: "fulfilled" },
  ]);
  again.child.kill("SIGINT");
  expect(await again.ended).toBe(0);
});

/** Writes the history of migrations behind the product's back. */
async function history(statement: string): Promise<void> {
  const { url } = await startPostgres({ folder });
  const sql = postgres(url, {
    max: 1,
    connection: { search_path: "supabase_migrations" },
    onnotice: () => {},
  });
  await sql.unsafe(statement);
  await sql.end({ timeout: 2 });
}
