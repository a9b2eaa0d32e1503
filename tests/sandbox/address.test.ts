import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { followAddress } from "../../sandbox/kernel/address.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "address-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (port: number, productUrl = `http://localhost:${port}`) => ({
  baseUrl: `http://localhost:${port}/_sandbox`,
  productUrl,
});
const write = (book: unknown) => writeFileSync(join(folder, "book.json"), JSON.stringify(book));
const read = (): unknown => JSON.parse(readFileSync(join(folder, "book.json"), "utf8"));

test("books that never moved are left as they are", () => {
  followAddress(folder, at(300));
  write({ voice: "http://localhost:300/api/voice", text: "half \u007b" });
  followAddress(folder, at(300));
  expect(read()).toEqual({ voice: "http://localhost:300/api/voice", text: "half {" });
});

test("on another port, every address of the product and of the sandbox moves, and nobody else's", () => {
  followAddress(folder, at(300));
  write(["http://localhost:300", "http://localhost:300/_sandbox/pay/1", "http://localhost:3000/x"]);
  followAddress(folder, at(400));
  expect(read()).toEqual([
    "http://localhost:400",
    "http://localhost:400/_sandbox/pay/1",
    "http://localhost:3000/x",
  ]);
});

test("behind a tunnel, and back, the sandbox's own addresses stay", () => {
  const book = { webhook: "http://localhost:300/api/voice", page: "http://localhost:300/_sandbox/pay/1" };
  followAddress(folder, at(300));
  write(book);
  followAddress(folder, at(300, "https://tunnel.example"));
  expect(read()).toEqual({ ...book, webhook: "https://tunnel.example/api/voice" });
  followAddress(folder, at(300));
  expect(read()).toEqual(book);
});
