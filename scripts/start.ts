import { existsSync } from "node:fs";
import { join } from "node:path";
import { schedules } from "../functions/domain/schedules.ts";
import { sendLogTo } from "../functions/platform/log.ts";
import { claimFolder, dataFolder, openSecrets } from "../runtime/node/data-folder.ts";
import { assertReachable, realProviders } from "../runtime/node/environment.ts";
import { type Product, startProduct } from "../runtime/node/product.ts";
import { ROOT } from "../runtime/node/root.ts";
import { buildIfStale, isStale, sitesOf } from "../runtime/node/web-build.ts";
import { isPortFree } from "../sandbox/database/ports.ts";
import { assertWritable, type PostgresServer, startPostgres } from "../sandbox/database/postgres.ts";
import { openDemo } from "./demo/demo.ts";
import { announce } from "./lib/announce.ts";
import { logText } from "./lib/log-text.ts";
import { onStopSignal, step, tell } from "./lib/terminal.ts";

/** `npm start`: the whole product on this machine, on one port, ready when this prints its addresses. */
async function main(): Promise<void> {
  if (existsSync(join(ROOT, ".env"))) process.loadEnvFile(join(ROOT, ".env"));
  process.env.LOG_LEVEL ||= "warning"; // The addresses below are not to be washed away by requests.
  if (process.stdout.isTTY) sendLogTo((line) => console.log(logText(line)));
  const port = portOf(process.env.PORT);
  const hostname = process.env.HOST?.trim() || "127.0.0.1";
  const folder = dataFolder(ROOT, process.env);
  assertReachable(process.env);
  assertWritable(folder);
  const release = claimFolder(folder, `http://localhost:${port}`);

  const running: Running = {};
  const stop = async (graceMs?: number) => {
    await running.product?.close(graceMs);
    await running.postgres?.stop();
    release();
  };
  onStopSignal(stop);
  try {
    await assertFree(port, hostname);
    await prepare(running, folder);
    running.product = await step("starting", () => startAll(folder, port, hostname, running.postgres));
    await openForBusiness(running.product, folder, running.postgres);
  } catch (error) {
    await stop(500);
    throw error;
  }
}

type Running = { postgres?: PostgresServer; product?: Product };

/** Both at once; when one fails the other is still waited for, so that it can be stopped. */
async function prepare(running: Running, folder: string): Promise<void> {
  const database = startDatabase(folder).then((postgres) => {
    if (postgres) running.postgres = postgres;
  });
  const results = await Promise.allSettled([database, buildSites()]);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

function portOf(value: string | undefined): number {
  if (!value?.trim()) return 3000;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
  throw new Error(`PORT is "${value}", which is no port: give a number from 1 to 65534, like PORT=3000.`);
}

async function assertFree(port: number, hostname: string): Promise<void> {
  if (await isPortFree(port, hostname)) return;
  throw new Error(
    `Port ${port} is taken by another program (or not allowed to this user): stop that program, or choose another port, for example "PORT=${port + 10} npm start".`,
  );
}

/** Undefined when the environment names a hosted Supabase, which brings its own. */
async function startDatabase(folder: string): Promise<PostgresServer | undefined> {
  if (realProviders(process.env).has("supabase")) return undefined;
  const databaseUrl = process.env.DATABASE_URL?.trim() || undefined;
  return step("PostgreSQL", () => startPostgres({ folder, databaseUrl }));
}

async function buildSites(): Promise<void> {
  for (const site of Object.values(sitesOf(ROOT)).filter((one) => existsSync(join(one.root, "index.html")))) {
    if (isStale(site)) await step(`building the ${site.name}`, () => buildIfStale(site, ROOT));
  }
}

async function startAll(
  folder: string,
  port: number,
  hostname: string,
  postgres: PostgresServer | undefined,
) {
  const sites = sitesOf(ROOT);
  return startProduct({
    ...{ port, hostname, secrets: openSecrets(folder), sandboxFolder: join(folder, "sandbox") },
    ...(postgres ? { databaseUrl: postgres.url } : {}),
    sites: { web: sites.web.out, sandbox: sites.sandbox.out },
    schedules,
    onError: (error, route) => console.error(`${route.path} could not be loaded:`, error),
  });
}

async function openForBusiness(product: Product, folder: string, postgres: PostgresServer | undefined) {
  const health = await fetch(`http://127.0.0.1:${product.port}/health`);
  if (health.status !== 200) tell(`/health answers ${health.status}: ${await health.text()}`);
  const demo = await openDemo({ product, folder, databaseUrl: postgres?.url });
  announce({ product, folder, databaseUrl: postgres?.url, demo, healthy: health.status === 200 });
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error && error.cause) console.error(error.cause);
  process.exit(1);
});
