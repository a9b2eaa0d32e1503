import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../runtime/node/root.ts";

const FUNCTIONS = join(ROOT, "functions");
const sources = readdirSync(FUNCTIONS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file: relative(FUNCTIONS, file), text: readFileSync(file, "utf8") }));

/** Where in functions/ something is written. */
const filesWith = (what: RegExp) =>
  sources
    .filter(({ text }) => what.test(text))
    .map(({ file }) => file)
    .sort();

/** What could lead past row-level security, and the only places it may stand in. */
const WAYS: [string, RegExp, string[]][] = [
  ["the service role's key", /supabase\??\.secretKey/, ["platform/service-role.ts"]],
  ["its variable", /SUPABASE_SECRET_KEY/, ["platform/env-variables.ts", "platform/env.ts"]],
  [
    "a PostgREST client",
    /\bconnect\(|new PostgrestClient|createClient\(|\/rest\/v1/,
    ["platform/database.ts", "platform/service-role.ts"],
  ],
  ["the key that tokens are signed with", /supabase\??\.jwtSecret/, ["platform/tokens.ts"]],
  ["its variable", /SUPABASE_JWT_SECRET/, ["platform/env-variables.ts", "platform/env.ts"]],
  ["another role than a person's", /["'`]service_role["'`]/, []],
  [
    "the whole of Supabase's settings taken apart",
    /\{[^}]*\b(secretKey|jwtSecret)\b[^}]*\}\s*=\s*[\w.]*supabase/,
    [],
  ],
  ["PostgreSQL's own protocol", /from "(postgres|pg|kysely|drizzle-orm)|DATABASE_URL|postgres(ql)?:\/\//, []],
];

describe("only one file acts as the service role", () => {
  test.each(WAYS)("%s (%s)", (_, what, files) => {
    expect(filesWith(what)).toEqual(files);
  });

  test("and it can do no more than call the functions named in it", () => {
    const { text = "" } = sources.find(({ file }) => file === "platform/service-role.ts") ?? {};
    expect(text).toContain("resolve_number");
    expect(text).not.toMatch(/\.from\(|\bdb\.rpc|\.schema\(|export \{|export default/);
    expect(text.match(/^export (async )?(function|const) \w+/gm)).toEqual([
      "export function serviceDatabase",
    ]);
  });
});

test("only deployables, what they are wired from and the chassis ask it", () => {
  const askers = filesWith(/import (?!type)[^;]*service-role\.ts"/).filter(
    (file) => !file.startsWith("api/"),
  );
  expect(askers).toEqual([
    "platform/chassis.ts",
    "wiring/dispatch.ts",
    "wiring/health.ts",
    "wiring/receive-sms.ts",
  ]);
});
