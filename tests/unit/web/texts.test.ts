import i18next from "i18next";
import { describe, expect, test } from "vitest";
import { STATUS_OF } from "../../../functions/platform/errors.ts";
import { ApiError } from "../../../web/src/api/errors.ts";
import { errorText } from "../../../web/src/components/use-error-text.ts";
import { en } from "../../../web/src/i18n/en/index.ts";
import { fr } from "../../../web/src/i18n/fr/index.ts";
import { pickLocale } from "../../../web/src/i18n/i18n.ts";

/** Every text with its dotted key. */
function flat(texts: object, before = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${before}${key}`, value] as [string, string]]
      : flat(value, `${before}${key}.`),
  );
}

const variables = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe("the texts", () => {
  const french = new Map(flat(fr));

  test.each(flat(en))("%s says the same things in both languages", (key, text) => {
    const other = french.get(key);
    expect(other?.trim()).toBeTruthy();
    expect(variables(other ?? "")).toEqual(variables(text));
  });

  test("French quotes, apostrophes and colons are typeset as in Québec", () => {
    for (const [key, text] of french) {
      expect(text, key).not.toMatch(/\w'\w/);
      expect(text.replace(/https?:/g, ""), key).not.toMatch(/[^\u00a0]:(\s|$)/);
      expect(text, key).not.toMatch(/«[^\u00a0]|[^\u00a0]»/);
      expect(text, key).not.toMatch(/\s[!?;]/);
    }
  });
});

describe("an error in words", () => {
  const t = i18next.createInstance();
  void t.init({ lng: "fr", initAsync: false, nsSeparator: false, resources: { fr: { translation: fr } } });

  test.each(Object.keys(STATUS_OF))("%s has a sentence", (code) => {
    const text = errorText(new ApiError(code as keyof typeof STATUS_OF, "server words"), t.t);
    expect(text).not.toContain("errors.");
    expect(text).not.toContain("server words");
  });

  test.each([
    [1, "Réessayez dans 1 seconde."],
    [42, "Réessayez dans 42 secondes."],
    [840, "Réessayez dans 14 minutes."],
  ])("a limit of %i seconds says how long to wait", (retryAfter, words) => {
    expect(errorText(new ApiError("rate_limited", "", { retryAfter }), t.t)).toContain(words);
  });

  test("a mistake of our own gives nothing away", () => {
    expect(errorText(new TypeError("x is undefined"), t.t)).toBe(fr.errors.internal);
  });
});

test.each([
  ["?lang=fr", "en", ["en-CA"], "fr"],
  ["?lang=en", "fr", ["fr-CA"], "en"],
  ["", "fr", ["en-CA"], "fr"],
  ["", null, ["fr-CA", "en"], "fr"],
  ["", null, ["es"], "en"],
  ["", null, [], "en"],
  ["?lang=<script>", null, ["fr"], "en"],
] as const)("address %j, chosen %j, browser %j: %s", (search, stored, languages, locale) => {
  expect(pickLocale(search, stored, languages)).toBe(locale);
});
