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

/** Requests that this process sent: to the database, to the queue (and the messages in them), to providers. */
export type Sent = { database: number; queue: number; messages: number; providers: number };

/** Counts what this process sends from now on; `byAddress` has the database's functions and tables apart. */
export function countRequests(): { counts: Sent; byAddress: Map<string, number>; stop(): void } {
  const counts: Sent = { database: 0, queue: 0, messages: 0, providers: 0 };
  const byAddress = new Map<string, number>();
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.startsWith("/rest/v1")) {
      counts.database++;
      const address = pathname.replace(/^.*\/rest\/v1\//, "");
      byAddress.set(address, (byAddress.get(address) ?? 0) + 1);
    } else if (pathname.includes("/qstash/v2/")) {
      counts.queue++;
      counts.messages += messagesIn(init?.body);
    } else if (/\/_sandbox\/(twilio|stripe)\//.test(pathname)) counts.providers++;
    return real(input, init);
  };
  return {
    counts,
    byAddress,
    stop() {
      globalThis.fetch = real;
    },
  };
}

function messagesIn(batch: RequestInit["body"]): number {
  const sent: unknown = typeof batch === "string" ? JSON.parse(batch) : [];
  return Array.isArray(sent) ? sent.length : 0;
}
