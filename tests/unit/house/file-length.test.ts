import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../runtime/node/root.ts";

/** Code that people write; what a command writes (`supabase/types.ts`) and fixtures that are data are not asked. */
const FOLDERS = ["functions", "runtime", "sandbox", "scripts", "web/src", "bench", "tests"];
const CODE = /\.(?:ts|tsx|css)$/;
const MOST = 250;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
).filter((path) => CODE.test(path) && !path.includes("node_modules"));

const linesOf = (path: string) => readFileSync(join(ROOT, path), "utf8").trimEnd().split("\n").length;

test(`no file is longer than ${MOST} lines`, () => {
  expect(files).toContain(join("tests", "unit", "house", "file-length.test.ts"));
  const long = files.map((path) => [path, linesOf(path)] as const).filter(([, lines]) => lines > MOST);
  expect(long.map(([path, lines]) => `${path}: ${lines}`)).toEqual([]);
});
