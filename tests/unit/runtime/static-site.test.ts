import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStaticSite, type StaticSite } from "../../../runtime/node/static-site.ts";

let root = "";
let site: StaticSite;
const script = "console.log(1);".repeat(200);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(root, "dist/assets"), { recursive: true });
  writeFileSync(join(root, "dist/index.html"), "<p>app</p>");
  writeFileSync(join(root, "dist/assets/index-B3xK9_2a.js"), script);
  writeFileSync(join(root, "secret.txt"), "outside");
  site = createStaticSite(join(root, "dist"));
});
afterAll(() => rmSync(root, { recursive: true }));

const get = (path: string, init?: RequestInit) => site(new Request("http://localhost/", init), path);

test("a hashed file may be kept for ever, and is zipped for who understands it", async () => {
  const response = await get("/assets/index-B3xK9_2a.js", { headers: { "accept-encoding": "gzip, br" } });
  expect(response?.headers.get("cache-control")).toContain("immutable");
  expect(response?.headers.get("content-encoding")).toBe("gzip");
  const body = Buffer.from(await (response?.arrayBuffer() ?? new ArrayBuffer(0)));
  expect(gunzipSync(body).toString()).toBe(script);
});

test("pages of the app get index.html, which is asked for anew each time", async () => {
  const response = await get("/orders/0193");
  expect(await response?.text()).toBe("<p>app</p>");
  expect(response?.headers.get("cache-control")).toBe("no-cache");
});

test("a known version answers 304", async () => {
  const etag = (await get("/index.html"))?.headers.get("etag") ?? "";
  const response = await get("/index.html", { headers: { "if-none-match": etag } });
  expect(response?.status).toBe(304);
});

test.each(["/assets/gone-B3xK9_2a.js", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%"])(
  "%s is not served",
  async (path) => expect(await get(path)).toBeUndefined(),
);

test("HEAD has the headers and no body; POST is not its business", async () => {
  const head = await get("/index.html", { method: "HEAD" });
  expect([head?.headers.get("content-length"), await head?.text()]).toEqual(["10", ""]);
  expect(await get("/index.html", { method: "POST" })).toBeUndefined();
});
