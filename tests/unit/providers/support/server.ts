import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Seen = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };

type Answer = (response: ServerResponse, seen: Seen) => void;

/** A provider of one answer, on a port of its own, which remembers what it was asked. */
export async function serve(answer: Answer) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const entry = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body };
    seen.push(entry);
    answer(response, entry);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

/** Takes the request, and cuts the line. */
export const reset: Answer = (response) => response.socket?.destroy();

/** Takes the request, and says nothing. */
export const silent: Answer = () => {};

/** An address where nobody listens. */
export async function refusedUrl(): Promise<string> {
  const server = await serve(silent);
  await server[Symbol.asyncDispose]();
  return server.url;
}
