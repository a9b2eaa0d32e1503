import type { IncomingMessage, Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";

/** A request that was cut off: who asked sees its connection reset, and no status. */
export class CutOff extends Error {}

export type Port = { close(): void };

/** Listens at a port of the loopback address; a handler that throws CutOff resets the connection. */
export async function openPort(port: number, handle: (request: Request) => Promise<Response>): Promise<Port> {
  const fetch = async (request: Request, bindings: unknown) => {
    const { incoming } = bindings as { incoming: IncomingMessage };
    try {
      return await whole(await handle(request));
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
      incoming.socket.destroy();
      return new Response(null, { headers: { "x-hono-already-sent": "true" } });
    }
  };
  const server = createAdaptorServer({
    fetch,
    autoCleanupIncoming: true,
    serverOptions: { keepAliveTimeout: 75_000 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The sandbox breaks an answer off in its body; read here, so that it is cut before its first byte. */
async function whole(response: Response): Promise<Response> {
  if (!response.body) return response;
  const body = await response.arrayBuffer().catch((cause: unknown) => {
    throw new CutOff("the answer was dropped", { cause });
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
