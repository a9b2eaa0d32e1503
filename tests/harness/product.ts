import postgres, { type Sql } from "postgres";
import { schedules } from "../../functions/domain/schedules.ts";
import { makeSecrets } from "../../runtime/node/data-folder.ts";
import { type Product, startProduct } from "../../runtime/node/product.ts";
import { ROOT } from "../../runtime/node/root.ts";
import { sitesOf } from "../../runtime/node/web-build.ts";
import { copyTemplate } from "./database.ts";

/** The whole product over HTTP, with a database and a sandbox of its own, for one test file. */
export type TestProduct = {
  /** `http://localhost:…`, without a trailing slash. */
  url: string;
  product: Product;
  /** A superuser's connection, to look behind the API. */
  sql: Sql;
  /** Calls the sandbox's control API (docs/sandbox.md): `control("POST", "/calls", { from, to })`. */
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Speeds the providers' clocks up: 60 makes QStash's first retry (12 s) come after 0.2 s. */
  setTimeScale(scale: number): Promise<void>;
  close(): Promise<void>;
};

export type TestProductOptions = {
  timeScale?: number;
  /** Serve the built web app too (build it first: see `buildSites` in browser.ts). */
  sites?: boolean;
  /** Jobs by the clock, the relay among them, are off unless asked for: they would race the test. */
  schedules?: boolean;
  /** Load every function before the first test, so that none pays for it. Default true. */
  warm?: boolean;
};

/** Starts the product in this process; its functions read `process.env`, so a test file has one at a time. */
export async function startTestProduct(options: TestProductOptions = {}): Promise<TestProduct> {
  process.env.LOG_LEVEL ??= "error";
  const database = await copyTemplate();
  const { web, sandbox } = sitesOf(ROOT);
  const product = await startProduct({
    port: 0,
    secrets: makeSecrets(),
    databaseUrl: database.url,
    migrate: false,
    ...(options.timeScale === undefined ? {} : { timeScale: options.timeScale }),
    ...(options.sites ? { sites: { web: web.out, sandbox: sandbox.out } } : {}),
    ...(options.schedules ? { schedules } : {}),
    onError: (error, route) => console.error(`${route.path} could not be loaded:`, error),
  });
  if (options.warm ?? true) {
    await product.warm().catch(async (error: unknown) => {
      await product.close(0);
      await database.drop();
      throw error;
    });
  }
  const sql = postgres(database.url, { max: 2, onnotice: () => {} });
  const control = <T>(method: string, path: string, body?: unknown) =>
    callControl<T>(product.url, method, path, body);
  return {
    ...{ url: product.url, product, sql, control },
    setTimeScale: async (scale) => void (await control("POST", "/time", { scale })),
    async close() {
      await product.close(1_000);
      await sql.end({ timeout: 2 });
      await database.drop();
    },
  };
}

/** One request to a sandbox's control API. @throws with its answer unless it is a 2xx */
export async function callControl<T>(url: string, method: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url}/_sandbox${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} /_sandbox${path} answered ${response.status}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Asks again until `check` answers something that is not undefined, null or false. */
export async function eventually<T>(
  check: () => Promise<T | undefined | null | false>,
  what: string,
  timeoutMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
