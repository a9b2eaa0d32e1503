import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isUuid, requestIdOf, uuidv7 } from "../../../functions/platform/ids.ts";
import {
  createSecrets,
  deriveKey,
  newApiKey,
  sha256Hex,
  timingSafeEqual,
} from "../../../functions/platform/secrets.ts";
import { variables } from "./support.ts";

const secrets = createSecrets(variables.SECRETS_KEY);

test("whatever is sealed opens again, and never looks the same twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string(), async (plain, context) => {
      const [one, two] = [await secrets.seal(plain, context), await secrets.seal(plain, context)];
      expect(one).toMatch(/^v1\./);
      expect(one).not.toBe(two);
      expect(await secrets.open(one, context)).toBe(plain);
    }),
    { numRuns: 50 },
  );
});

test("a changed, copied or foreign secret does not open", async () => {
  const sealed = await secrets.seal("sk_live", "merchant-1");
  const flipped = sealed.slice(0, -3) + (sealed.at(-3) === "A" ? "B" : "A") + sealed.slice(-2);
  await expect(secrets.open(flipped, "merchant-1")).rejects.toThrow();
  await expect(secrets.open(sealed, "merchant-2")).rejects.toThrow();
  const other = createSecrets(btoa("another key of thirty-two bytes!"));
  await expect(other.open(sealed, "merchant-1")).rejects.toThrow();
  await expect(secrets.open(`v2${sealed.slice(2)}`, "merchant-1")).rejects.toThrow("not a sealed secret");
});

test("keys for two purposes share nothing and are the same every time", async () => {
  const [a, b, c] = await Promise.all(
    ["links", "links", "else"].map((p) => deriveKey(variables.SECRETS_KEY, p)),
  );
  expect(a).toHaveLength(32);
  expect(a).toEqual(b);
  expect(a).not.toEqual(c);
});

test("comparing says equal exactly for equal texts", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(timingSafeEqual(a, b)).toBe(a === b);
      expect(timingSafeEqual(a, a)).toBe(true);
    }),
  );
  expect(timingSafeEqual("", "a")).toBe(false);
  expect(timingSafeEqual("a", "")).toBe(false);
  expect(timingSafeEqual("ab", "abab")).toBe(false);
});

test("an API key is recognisable, random and stored only as its hash", async () => {
  const { key, hash, prefix } = await newApiKey();
  expect(key).toMatch(/^cw_live_[A-Za-z0-9_-]{43}$/);
  expect(hash).toBe(await sha256Hex(key));
  expect(key.startsWith(prefix) && prefix.length === 12).toBe(true);
  expect(await sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("ids are version 7, carry their time and sort by it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 2 }), (ms) => {
      const [id, next] = [uuidv7(ms), uuidv7(ms + 1)];
      expect(isUuid(id)).toBe(true);
      expect(id[14]).toBe("7");
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(ms);
      expect(id < next).toBe(true);
    }),
  );
});

test("a harmless request id is kept, anything else replaced", () => {
  expect(requestIdOf("req-12345678")).toBe("req-12345678");
  for (const bad of [undefined, null, "", "short", "with space 123", 'a"b\n12345678', "x".repeat(129)]) {
    expect(isUuid(requestIdOf(bad))).toBe(true);
  }
});
