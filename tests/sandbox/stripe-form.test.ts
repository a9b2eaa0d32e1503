import { expect, test } from "vitest";
import { decodeForm } from "../../sandbox/stripe/form.ts";

test("bracket forms decode to lists and records", () => {
  const text = "a[0][b]=1&a[1][b]=2&m[k 1]=x%5B&e[]=p&e[]=q&s=";
  expect(decodeForm(text)).toEqual({ a: [{ b: "1" }, { b: "2" }], m: { "k 1": "x[" }, e: ["p", "q"], s: "" });
});

test("a form cannot reach the prototype", () => {
  decodeForm("__proto__[polluted]=1&a[__proto__][polluted]=1&constructor[prototype][polluted]=1");
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
