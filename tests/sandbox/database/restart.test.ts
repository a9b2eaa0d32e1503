import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSecrets } from "../../../runtime/node/data-folder.ts";
import { createSupabase, type Supabase } from "../../../sandbox/database/supabase.ts";
import { type RestartablePostgres, startRestartablePostgres } from "../../chaos/world/postgres.ts";
import { openRunFolder, type RunFolder } from "../../chaos/world/run-folder.ts";

const secrets = makeSecrets();
let folder: RunFolder;
let server: RestartablePostgres;
let supabase: Supabase;

beforeAll(async () => {
  folder = await openRunFolder();
  server = await startRestartablePostgres(folder.path);
  supabase = createSupabase({ databaseUrl: server.url, siteUrl: "http://localhost", ...secrets });
});
afterAll(async () => {
  await supabase?.close();
  await server?.stop();
  folder?.remove();
});

async function ping(): Promise<number> {
  const headers = { apikey: secrets.secretKey, "content-type": "application/json" };
  const request = new Request("http://localhost/rest/v1/rpc/ping", { method: "POST", headers, body: "{}" });
  return (await supabase.fetch(request)).status;
}

/** Asks all the time, several at once, until told to stop; answers the statuses. */
function keepAsking(): { stop(): Promise<number[]> } {
  const statuses: number[] = [];
  let stopped = false;
  const line = async () => {
    while (!stopped) {
      statuses.push(await ping());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const lines = Array.from({ length: 8 }, line);
  return {
    async stop() {
      stopped = true;
      await Promise.all(lines);
      return statuses;
    },
  };
}

test.each(["fast", "immediate"] as const)(
  "a server that is restarted (%s) under many requests is served from again, and every request was answered",
  async (mode) => {
    expect(await ping()).toBe(200);
    const asking = keepAsking();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.restart(mode);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const statuses = await asking.stop();
    expect(statuses.at(-1)).toBe(200);
    expect(statuses.some((status) => status >= 400)).toBe(true);
    expect(await ping()).toBe(200);
  },
);
