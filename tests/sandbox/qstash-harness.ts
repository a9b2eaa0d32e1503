import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Client } from "@upstash/qstash";
import { Hono } from "hono";
import { createKernel, type Kernel } from "../../sandbox/kernel/kernel.ts";
import { createQstash, type Qstash } from "../../sandbox/qstash/qstash.ts";

export const TOKEN = "qstash-token-of-the-tests";
export const KEYS = { currentSigningKey: "sig_current", nextSigningKey: "sig_next" };

export type Received = {
  path: string;
  url: string;
  method: string;
  headers: Headers;
  body: string;
  bytes: Uint8Array;
  at: number;
};
type Answer = (request: Received) => Response | Promise<Response>;

export type Lab = {
  kernel: Kernel;
  qstash: Qstash;
  client: Client;
  /** Where the faked product listens; every path answers with `answer`, 200 at first. */
  product: string;
  api: string;
  received: Received[];
  answer(next: Answer): void;
  /** Waits until the product has received so many requests (on `path`). */
  until(count: number, path?: string): Promise<Received[]>;
  stop(): Promise<void>;
};

/** QStash and a product, each on a real port, talking over real HTTP. */
export async function openLab(
  options: { timeScale?: number; dataDir?: string; start?: boolean } = {},
): Promise<Lab> {
  const received: Received[] = [];
  let answer: Answer = () => new Response("ok");
  const product = await listen(
    new Hono().all("/*", async (c) => {
      const { pathname } = new URL(c.req.url);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const request = {
        path: pathname,
        url: c.req.url,
        method: c.req.method,
        headers: c.req.raw.headers,
        body: new TextDecoder().decode(bytes),
        bytes,
        at: Date.now(),
      };
      received.push(request);
      return answer(request);
    }),
  );

  const kernel = createKernel({
    baseUrl: "http://localhost/_sandbox",
    timeScale: options.timeScale ?? 1,
    ...(options.dataDir && { dataDir: options.dataDir }),
  });
  const qstash = createQstash(kernel, { ...KEYS, token: TOKEN });
  const house = await listen(new Hono().route("/_sandbox/qstash", qstash.app));
  const api = `${house.url}/_sandbox/qstash`;
  if (options.start !== false) qstash.start();

  const on = (path?: string) => received.filter((request) => !path || request.path === path);
  return {
    kernel,
    qstash,
    client: new Client({ baseUrl: api, token: TOKEN, retry: false, enableTelemetry: false }),
    product: product.url,
    api,
    received,
    answer(next) {
      answer = next;
    },
    async until(count, path) {
      await eventually(() => on(path).length >= count);
      return on(path);
    },
    async stop() {
      qstash.stop();
      kernel.scheduler.stop();
      await Promise.all([product.close(), house.close()]);
    },
  };
}

/** Polls until `check` holds. @throws Error after `timeoutMs`. */
export async function eventually(check: () => boolean | Promise<boolean>, timeoutMs = 5_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function listen(app: Hono) {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(opened));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
