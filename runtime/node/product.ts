import { drainBackground } from "../../functions/platform/background.ts";
import { choosePort } from "../../sandbox/database/ports.ts";
import { createSupabase, prepareDatabase, type Supabase } from "../../sandbox/database/supabase.ts";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { createAuthMailer } from "./auth-mail.ts";
import type { LocalSecrets } from "./data-folder.ts";
import { type ProviderName, productEnvironment, realProviders } from "./environment.ts";
import { createFront } from "./front.ts";
import { createFunctionsRouter, type FunctionRoute } from "./functions-router.ts";
import { ROOT } from "./root.ts";
import { registerSchedules, type Schedule } from "./schedules.ts";
import { listen } from "./server.ts";
import { createStaticSite } from "./static-site.ts";

export type ProductOptions = {
  /** 0 takes any free port. */
  port: number;
  hostname?: string;
  secrets: LocalSecrets;
  /** A PostgreSQL for the local Supabase; not needed when the environment names a hosted one. */
  databaseUrl?: string;
  /** False when the database was prepared before. Default true. */
  migrate?: boolean;
  /** Where the sandbox keeps its books; in memory without it. */
  sandboxFolder?: string;
  /** How many times faster than real time the sandbox's clocks run. */
  timeScale?: number;
  /** Port of the sandbox's SMTP server; the next one after `port` by default, else any free one. */
  mailPort?: number;
  /** Folders with the built web app and the built page of the sandbox. */
  sites?: { web: string; sandbox: string };
  /** Jobs that QStash is to call by the clock; also after the sandbox was reset. */
  schedules?: readonly Schedule[];
  onError?: (error: unknown, route: FunctionRoute) => void;
};

export type Product = {
  /** `http://localhost:3000` or as configured. No trailing slash. */
  url: string;
  port: number;
  sandbox: Sandbox;
  /** The product's variables that did not come from the environment. */
  env: Record<string, string>;
  routes: readonly FunctionRoute[];
  /** The providers that are not the sandbox's. */
  real: ReadonlySet<ProviderName>;
  /** Loads every function now: tests do, so that the first request is not the slow one. */
  warm(): Promise<void>;
  /** Ends requests, work in the background, deliveries; saves the sandbox's books. Leaves PostgreSQL alone. */
  close(graceMs?: number): Promise<void>;
};

/**
 * The whole product in this process, on one port: functions, Supabase, sandbox and web. The variables that
 * the environment leaves open are written into `process.env`, which is where functions read them: a process
 * holds one product at a time.
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const port = options.port || (await choosePort());
  const url = `http://localhost:${port}`;
  const real = realProviders(process.env);
  const sandbox = createSandbox({
    baseUrl: `${url}/_sandbox`,
    productUrl: process.env.PUBLIC_BASE_URL?.trim() || url,
    mailPort: options.mailPort ?? (await choosePort(port + 1)),
    onReset: () => registerSchedules(options.schedules ?? [], process.env),
    ...(options.sandboxFolder === undefined ? {} : { dataDir: options.sandboxFolder }),
    ...(options.timeScale === undefined ? {} : { timeScale: options.timeScale }),
  });
  const env = productEnvironment(process.env, url, options.secrets, sandbox.env);
  Object.assign(process.env, env);

  const supabase = real.has("supabase") ? undefined : await openSupabase(options, url);
  const router = createFunctionsRouter({
    dir: `${ROOT}functions/api`,
    ...(options.onError ? { onError: options.onError } : {}),
  });
  const front = createFront({
    functions: router.fetch,
    supabase: supabase?.fetch,
    sandbox: (request, bindings) => sandbox.app.fetch(request, bindings as object | undefined),
    ...(options.sites ? sitesIn(options.sites) : {}),
  });
  const server = await listen({ port, hostname: options.hostname ?? "127.0.0.1", fetch: front.fetch });
  await sandbox.start();
  await registerSchedules(options.schedules ?? [], process.env);

  const close = async (graceMs = 5_000) => {
    await front.quiesce(graceMs);
    await drainBackground(graceMs);
    await sandbox.stop();
    await server.close(graceMs);
    await supabase?.close();
    for (const name of Object.keys(env)) delete process.env[name];
  };
  return { url, port, sandbox, env, real, routes: router.routes, warm: router.warm, close };
}

async function openSupabase(options: ProductOptions, url: string): Promise<Supabase> {
  if (!options.databaseUrl) throw new Error("A local Supabase needs a PostgreSQL: pass databaseUrl.");
  if (options.migrate ?? true) await prepareDatabase(options.databaseUrl, `${ROOT}supabase/migrations`);
  const { publishableKey, secretKey, jwtSecret } = options.secrets;
  return createSupabase({
    ...{ databaseUrl: options.databaseUrl, siteUrl: url, publishableKey, secretKey, jwtSecret },
    onMail: createAuthMailer(
      () => process.env.SMTP_URL,
      process.env.MAIL_FROM ?? "no-reply@callwaiting.example",
    ),
  });
}

const sitesIn = (sites: { web: string; sandbox: string }) => ({
  web: createStaticSite(sites.web),
  sandboxSite: createStaticSite(sites.sandbox),
});
