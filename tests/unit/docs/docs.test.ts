import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VARIABLES } from "../../../functions/platform/env-variables.ts";
import { ROOT } from "../../../runtime/node/root.ts";

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const inFolder = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
const DOCS = ["", "bench", "docs", "docs/decisions"].flatMap(inFolder);

test("the deployment guide says where every variable comes from", () => {
  const guide = read("docs/deployment.md");
  expect(Object.keys(VARIABLES).filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test("and which version of Stripe's API its events come in", () => {
  const [version = "?"] = /\d{4}-\d\d-\d\d\.\w+/.exec(read("node_modules/stripe/esm/apiVersion.js")) ?? [];
  expect(read("docs/deployment.md")).toContain(version);
});

describe.each(DOCS)("%s", (doc) => {
  const text = read(doc);

  test("names files and folders that are there", () => {
    const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) =>
      join(doc, "..", target ?? ""),
    );
    const named = [
      ...text.matchAll(
        /`((?:functions|runtime|sandbox|scripts|supabase|tests|web|docs|bench)\/[^`\s*<…]*)`/g,
      ),
    ]
      .map(([, path]) => path ?? "")
      // Written by a command, or a name to be chosen.
      .filter((path) => !/^(supabase\/functions|bench\/latest\.json)|[[{]|\.\.\./.test(path));
    expect([...linked, ...named].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("names commands that npm knows", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:-s )?(\w[\w:-]*)/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
