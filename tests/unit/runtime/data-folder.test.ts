import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimFolder, dataFolder, openSecrets, runningIn } from "../../../runtime/node/data-folder.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "data-folder-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const lock = (pid: number) =>
  writeFileSync(join(folder, "running.json"), JSON.stringify({ pid, url: "http://there" }));

test("CALLWAITING_DATA moves the folder; blank is not set", () => {
  expect(dataFolder("/clone", {})).toBe("/clone/.data");
  expect(dataFolder("/clone", { CALLWAITING_DATA: " " })).toBe("/clone/.data");
  expect(dataFolder("/clone", { CALLWAITING_DATA: "/elsewhere" })).toBe("/elsewhere");
});

test("a folder is refused while another process lives in it, and free once that died", () => {
  lock(process.ppid);
  expect(() => claimFolder(folder, "http://here")).toThrow(/already runs .* http:\/\/there/);
  lock(999_999);
  const release = claimFolder(folder, "http://here");
  expect(runningIn(folder)).toEqual({ pid: process.pid, url: "http://here" });
  release();
  expect(runningIn(folder)).toBeUndefined();
});

test("a half-written claim is no claim", () => {
  writeFileSync(join(folder, "running.json"), '{"pid": ');
  expect(runningIn(folder)).toBeUndefined();
});

test("secrets are made once and are their owner's only", () => {
  const secrets = openSecrets(folder);
  expect(openSecrets(folder)).toEqual(secrets);
  expect(Buffer.from(secrets.secretsKey, "base64")).toHaveLength(32);
  expect(statSync(join(folder, "secrets.json")).mode & 0o077).toBe(0);
});
