import type { Context, MiddlewareHandler } from "hono";
import type { Kernel } from "./kernel.ts";

/**
 * Stands in front of a faked provider's API: logs what the product sent and lets faults strike.
 * `status` answers at once and does nothing; `timeout` does nothing and never answers in time;
 * `drop` does the work and then cuts the answer off; `delay` answers late.
 */
export function providerGate(kernel: Kernel, provider: string): MiddlewareHandler {
  return async (c, next) => {
    const path = new URL(c.req.url).pathname;
    const entry = kernel.requests.add({
      provider,
      direction: "to-provider",
      method: c.req.method,
      path: path + new URL(c.req.url).search,
      headers: Object.fromEntries(c.req.raw.headers),
      body: await c.req.raw.clone().text(),
    });

    const fault = kernel.faults.take(provider, path, ["status", "timeout", "drop", "delay"]);
    if (fault?.kind === "status") {
      entry.status = fault.value ?? 500;
      return c.json({ error: { message: "fault injected by the sandbox" } }, entry.status as 500);
    }
    if (fault?.kind === "timeout") {
      await sleep(fault.value ?? 30_000);
      return c.body(null, 504);
    }
    if (fault?.kind === "delay") await sleep(fault.value ?? 1_000);

    await next();
    entry.status = c.res.status;
    entry.response = await readText(c);
    if (fault?.kind === "drop") c.res = cutOff(c);
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function readText(c: Context): Promise<string | undefined> {
  const type = c.res.headers.get("content-type") ?? "";
  return /json|xml|text/.test(type) ? await c.res.clone().text() : undefined;
}

/** Resets the connection: the client sees no status, and cannot know whether the work was done. */
function cutOff(c: Context): Response {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { destroy(): void } } };
  if (incoming?.socket) {
    incoming.socket.destroy();
    return new Response(null, { headers: { "x-hono-already-sent": "true" } });
  }
  // Without a socket (a call inside the process) the body breaks before its first byte instead.
  return new Response(
    new ReadableStream({ start: (stream) => stream.error(new Error("connection dropped by the sandbox")) }),
  );
}
