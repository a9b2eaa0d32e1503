import { expect, test } from "vitest";
import { migrationStatus } from "../../../functions/domain/operations/migrations.ts";

const wanted = [
  { version: "1", name: "one" },
  { version: "2", name: "two" },
];

test("a database with every migration is up to date", () => {
  expect(migrationStatus(["1", "2"], wanted)).toEqual({
    upToDate: true,
    applied: ["1", "2"],
    pending: [],
    unknown: [],
  });
});

test("one that lacks a migration says which", () => {
  expect(migrationStatus(["1"], wanted)).toMatchObject({
    upToDate: false,
    pending: [{ version: "2", name: "two" }],
  });
});

test("one that is newer than the functions says so", () => {
  expect(migrationStatus(["1", "2", "3"], wanted)).toMatchObject({ upToDate: false, unknown: ["3"] });
});
