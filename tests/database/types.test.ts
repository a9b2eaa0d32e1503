import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MIGRATIONS_FILE, migrationNames, TYPES_FILE, typesOf } from "../../scripts/lib/database-types.ts";
import { copyTemplate } from "../harness/database.ts";

test("supabase/types.ts is what the migrations make: else run npm run types:generate", async () => {
  const { url, drop } = await copyTemplate();
  const types = typesOf(url);
  await drop();
  expect(types).toContain("export type Database");
  expect(readFileSync(TYPES_FILE, "utf8")).toBe(types);
});

test("functions know the migrations there are: else run npm run types:generate", () => {
  expect(readFileSync(MIGRATIONS_FILE, "utf8")).toBe(migrationNames());
});
