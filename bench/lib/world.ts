import { makeSecrets } from "../../runtime/node/data-folder.ts";
import { type Product, startProduct } from "../../runtime/node/product.ts";
import { startTemporaryPostgres } from "../../sandbox/database/temporary.ts";
import { pizzeria } from "../../scripts/demo/pizzeria.ts";
import { openShop } from "../../scripts/demo/shop.ts";

export type World = { product: Product; number: string; close(): Promise<void> };

/** The whole product with a shop that is live, on a database of its own that is thrown away. */
export async function openWorld(): Promise<World> {
  process.env.LOG_LEVEL = "error";
  const postgres = await startTemporaryPostgres();
  const product = await startProduct({
    port: 0,
    secrets: makeSecrets(),
    databaseUrl: postgres.url,
    timeScale: 20,
  });
  await product.warm();
  const { number = "" } = await openShop(product, pizzeria, "a long password");
  return {
    product,
    number,
    async close() {
      await product.close(2_000);
      await postgres.stop();
    },
  };
}

/** Counts what this process sends: round trips to the database, messages to the queue, calls to providers. */
export function countRequests(): {
  counts: { database: number; queue: number; providers: number };
  stop(): void;
} {
  const counts = { database: 0, queue: 0, providers: 0 };
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.startsWith("/rest/v1")) counts.database++;
    else if (pathname.includes("/qstash/v2/")) counts.queue++;
    else if (/\/_sandbox\/(twilio|stripe)\//.test(pathname)) counts.providers++;
    return real(input, init);
  };
  return {
    counts,
    stop() {
      globalThis.fetch = real;
    },
  };
}
