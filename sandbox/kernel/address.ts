import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readJson, writeAtomically } from "./store.ts";

/** Where the sandbox and the product are reached, no trailing slash. */
export type Addresses = { baseUrl: string; productUrl: string };

/**
 * Books tell where to deliver: webhooks of numbers, messages in the queue, payment pages. When the product starts at
 * another address than the one they were written at (another port, a tunnel), they are made to tell the new one, as a
 * merchant's real accounts never have to be. Call it before the books are opened.
 */
export function followAddress(dataDir: string, now: Addresses): void {
  const file = join(dataDir, "address.json");
  const before = readJson<Addresses>(file) ?? now;
  if (before.baseUrl !== now.baseUrl || before.productUrl !== now.productUrl) {
    for (const name of readdirSync(dataDir).filter((entry) => /\.jsonl?$/.test(entry)))
      rewrite(join(dataDir, name), before, now);
  }
  mkdirSync(dataDir, { recursive: true });
  // Last: a start that dies before has the next one do it again.
  writeAtomically(file, JSON.stringify(now));
}

function rewrite(file: string, before: Addresses, now: Addresses): void {
  const text = readFileSync(file, "utf8");
  // In one pass, the sandbox first: its own address usually begins with the product's, and may stay when that moves.
  const moved = text.replace(startingWith(before.baseUrl, before.productUrl), (url) =>
    url === before.baseUrl ? now.baseUrl : now.productUrl,
  );
  if (moved !== text) writeAtomically(file, moved);
}

/** Port 300 is not the beginning of port 3000. */
function startingWith(...urls: string[]): RegExp {
  const literal = urls.map((url) => url.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?:${literal.join("|")})(?![\\w.:-])`, "g");
}
