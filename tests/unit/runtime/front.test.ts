import { expect, test, vi } from "vitest";
import { createFront } from "../../../runtime/node/front.ts";
import { listen } from "../../../runtime/node/server.ts";

const echo = (name: string) => async (request: Request) =>
  new Response(`${name} ${request.method} ${new URL(request.url).pathname} ${await request.text()}`);

const site = (name: string) => async (_request: Request, path: string) =>
  path.endsWith(".html") || path === "/orders" ? new Response(`${name} ${path}`) : undefined;

const whole = () =>
  createFront({
    functions: echo("functions"),
    supabase: echo("supabase"),
    sandbox: echo("sandbox"),
    sandboxSite: site("sandbox page"),
    web: site("web"),
  });

test.each([
  ["/api/orders", "functions POST /api/orders body"],
  ["/health", "functions POST /api/health body"],
  ["/rest/v1/rpc/ping", "supabase POST /rest/v1/rpc/ping body"],
  ["/auth/v1/signup", "supabase POST /auth/v1/signup body"],
  ["/_sandbox/twilio/2010-04-01/Accounts", "sandbox POST /twilio/2010-04-01/Accounts body"],
])("over HTTP, %s reaches its part with method and body", async (path, expected) => {
  const server = await listen({ port: 0, hostname: "127.0.0.1", fetch: whole().fetch });
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: "POST", body: "body" });
  expect(await response.text()).toBe(expected);
  await server.close();
});

test.each([
  ["/", "web /index.html"],
  ["/orders", "web /orders"],
  ["/_sandbox/", "sandbox page /index.html"],
  ["/_sandbox/pay/cs_1", "sandbox GET /pay/cs_1 "],
])("GET %s answers %s", async (path, expected) => {
  const response = await whole().fetch(new Request(`http://localhost${path}`));
  expect(await response.text()).toBe(expected);
});

test("paths that only begin like a part's are not that part's", async () => {
  const response = await whole().fetch(new Request("http://localhost/apiary"));
  expect(response.status).toBe(404);
});

test("closing waits for what runs and refuses what is new with 503", async () => {
  let finish = () => {};
  const functions = vi.fn(
    () =>
      new Promise<Response>((resolve) => {
        finish = () => resolve(new Response("done"));
      }),
  );
  const front = createFront({ functions });
  const running = front.fetch(new Request("http://localhost/api/slow"));
  const quiet = vi.fn();
  const closing = front.quiesce(5_000).then(quiet);

  const late = await front.fetch(new Request("http://localhost/api/late"));
  expect(late.status).toBe(503);
  expect(quiet).not.toHaveBeenCalled();
  finish();
  expect(await (await running).text()).toBe("done");
  await closing;
  expect(functions).toHaveBeenCalledTimes(1);
});

test("closing ends a live stream instead of waiting for it", async () => {
  const stream = () =>
    new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode("data: 1\n\n")) }), {
      headers: { "Content-Type": "text/event-stream" },
    });
  const server = await listen({ port: 0, hostname: "127.0.0.1", fetch: stream });
  const response = await fetch(`http://127.0.0.1:${server.port}/`);
  const startedAt = Date.now();
  await server.close(5_000);
  expect(Date.now() - startedAt).toBeLessThan(2_000);
  expect(await response.text()).toBe("data: 1\n\n");
});
