import type { IncomingMessage, ServerResponse } from "node:http";
import { createAdaptorServer } from "@hono/node-server";

export type HttpServer = {
  port: number;
  /** Lets running requests end, for `graceMs` at most; live streams are ended at once. */
  close(graceMs?: number): Promise<void>;
};

export type ListenOptions = {
  port: number;
  hostname?: string;
  /** `bindings` are Node's own request and response. */
  fetch: (request: Request, bindings: unknown) => Response | Promise<Response>;
};

/** Idle connections outlive those that proxies and HTTP clients keep (60 s), so none is cut while being reused. */
const KEEP_ALIVE_MS = 75_000;

/** @throws an Error with `code` EADDRINUSE or EACCES when the port cannot be had. */
export async function listen(options: ListenOptions): Promise<HttpServer> {
  const streams = new Set<ServerResponse>();
  const fetch = async (request: Request, bindings: unknown) => {
    const { incoming, outgoing } = bindings as { incoming: IncomingMessage; outgoing: ServerResponse };
    noteClientAddress(request.headers, incoming.socket.remoteAddress);
    const response = await options.fetch(request, bindings);
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) watch(streams, outgoing);
    return response;
  };
  const server = createAdaptorServer({
    fetch,
    // Errors of a request that was aborted are nobody's business.
    autoCleanupIncoming: true,
    serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: KEEP_ALIVE_MS + 5_000 },
  }) as import("node:http").Server;

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.hostname, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : options.port,
    close(graceMs = 5_000) {
      for (const stream of streams) stream.end();
      return drain(server, graceMs);
    },
  };
}

/** Headers by which a proxy in front of the functions tells who calls (functions/platform/client-address.ts). */
const FORWARDED = ["x-vercel-forwarded-for", "x-forwarded-for", "x-real-ip"];

/**
 * Nothing stands in front of this server: what a caller writes into these headers is a lie about where it comes
 * from, told to get around the limits by address.
 */
function noteClientAddress(headers: Headers, address: string | undefined): void {
  for (const name of FORWARDED) headers.delete(name);
  headers.set("x-forwarded-for", address ?? "unknown");
}

function watch(streams: Set<ServerResponse>, outgoing: ServerResponse): void {
  streams.add(outgoing);
  outgoing.once("close", () => streams.delete(outgoing));
}

function drain(server: import("node:http").Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
