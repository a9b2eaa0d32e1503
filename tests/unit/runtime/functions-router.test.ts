import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createFunctionsRouter } from "../../../runtime/node/functions-router.ts";

const FILES = [
  "health",
  "orders/index",
  "orders/[id]",
  "orders/[id]/refund",
  "orders/export",
  "_shared",
  "a.test",
];
let dir = "";

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "functions-"));
  for (const name of FILES) {
    const file = join(dir, `${name}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "");
  }
});
afterAll(() => rmSync(dir, { recursive: true }));

/** A router whose functions answer with their own file's path. */
function echoing() {
  const load = vi.fn(async (file: string) => ({
    default: { fetch: (request: Request) => new Response(`${request.method} ${file.slice(dir.length)}`) },
  }));
  return { router: createFunctionsRouter({ dir, load }), load };
}

const get = (path: string, init?: RequestInit) => new Request(`http://localhost${path}`, init);

test.each([
  ["/api/health", "GET /health.ts"],
  ["/api/orders", "GET /orders/index.ts"],
  ["/api/orders/export", "GET /orders/export.ts"],
  ["/api/orders/0193?x=/api/health", "GET /orders/[id].ts"],
  ["/api/orders/export/refund", "GET /orders/[id]/refund.ts"],
])("%s is served by its file", async (path, expected) => {
  const response = await echoing().router.fetch(get(path));
  expect(await response.text()).toBe(expected);
});

test.each(["HEAD", "OPTIONS", "POST"])("%s reaches the function", async (method) => {
  const response = await echoing().router.fetch(get("/api/health", { method }));
  expect(response.status).toBe(200);
});

test.each(["/api/nothing", "/api", "/api/orders/", "/api/orders/1/refund/2", "/api/_shared", "/api/a.test"])(
  "%s answers 404 in the envelope, with the caller's request id",
  async (path) => {
    const response = await echoing().router.fetch(get(path, { headers: { "x-request-id": "mine-of-now" } }));
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: { code: "not_found", message: expect.any(String), requestId: "mine-of-now" },
    });
  },
);

test("a request id that could forge a log line is replaced", async () => {
  const response = await echoing().router.fetch(
    get("/api/nothing", { headers: { "x-request-id": "a b{}" } }),
  );
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("a file is loaded when first asked for, and once", async () => {
  const { router, load } = echoing();
  expect(load).not.toHaveBeenCalled();
  await router.fetch(get("/api/health"));
  await router.fetch(get("/api/health"));
  expect(load).toHaveBeenCalledTimes(1);
});

test("a file that fails to load answers 500 without its message, and is tried again", async () => {
  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error("secret reason"))
    .mockResolvedValueOnce({ default: { fetch: () => new Response("up") } });
  const onError = vi.fn();
  const router = createFunctionsRouter({ dir, load, onError });
  const first = await router.fetch(get("/api/health"));
  expect(first.status).toBe(500);
  expect(await first.text()).not.toContain("secret reason");
  expect(onError).toHaveBeenCalledOnce();
  expect(await (await router.fetch(get("/api/health"))).text()).toBe("up");
});

test("static paths are listed before those with parameters", () => {
  const paths = echoing().router.routes.map(({ path }) => path);
  expect(paths.indexOf("/api/orders/export")).toBeLessThan(paths.indexOf("/api/orders/:id"));
});
