import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../../../runtime/node/root.ts";
import { buildIfStale, isStale, type Site } from "../../../runtime/node/web-build.ts";

let folder = "";
let site: Site;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "web-build-"));
  const root = join(folder, "app");
  mkdirSync(root);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(root, "index.html"), '<script type="module" src="./main.ts"></script>');
  writeFileSync(join(root, "main.ts"), "document.title = 'one';");
  const out = join(folder, "dist");
  writeFileSync(
    join(root, "vite.config.ts"),
    `export default { root: ${JSON.stringify(root)}, build: { outDir: ${JSON.stringify(out)}, emptyOutDir: true } };`,
  );
  site = { name: "app", root, out, sources: [root] };
});
afterAll(() => rmSync(folder, { recursive: true }));

test("builds once, and again only when a source has changed", async () => {
  expect(await buildIfStale(site, ROOT)).toBe(true);
  expect(await buildIfStale(site, ROOT)).toBe(false);
  writeFileSync(join(site.root, "main.ts"), "document.title = 'two';");
  expect(isStale(site)).toBe(true);
  expect(await buildIfStale(site, ROOT)).toBe(true);
});

test("a build that fails says why, and is tried again", async () => {
  writeFileSync(join(site.root, "main.ts"), 'import "./missing.ts";');
  await expect(buildIfStale(site, ROOT)).rejects.toThrow(/The app could not be built:[\s\S]*missing/);
  expect(isStale(site)).toBe(true);
});
