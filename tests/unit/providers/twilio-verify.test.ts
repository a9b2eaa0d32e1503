import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../functions/platform/errors.ts";
import { createTwilioVerifier } from "../../../functions/providers/twilio/verify.ts";

// The vectors of twilio-node's own test suite.
const TOKEN = "12345";
const BASE = "https://mycompany.com";
const PATH = "/myapp.php?foo=1&bar=2";
const SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
const FORM = new URLSearchParams({
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
}).toString();

const verify = createTwilioVerifier({ authToken: TOKEN, publicBaseUrl: BASE });
const official = { path: PATH, rawBody: FORM, signature: SIGNATURE };

/** The published scheme, written down apart: address, then each key and value in order of key. */
function sign(token: string, url: string, form: [string, string][]): string {
  const keys = [...new Set(form.map(([key]) => key))].sort();
  const values = (key: string) =>
    [...new Set(form.filter(([k]) => k === key).map(([, value]) => value))].sort();
  const text = keys.flatMap((key) => values(key).map((value) => key + value)).join("");
  return createHmac("sha1", token)
    .update(url + text)
    .digest("base64");
}

const refused = (code: string) => expect.objectContaining({ name: AppError.name, code });

test("Twilio's own vector is trusted and gives its parameters", async () => {
  expect(await verify(official)).toMatchObject({ CallSid: "CA1234567890ABCDE", Digits: "1234" });
});

test("the fragment of connection overrides is no part of what is signed", async () => {
  await expect(verify({ ...official, path: `${PATH}#rc=2&rp=ct,rt,5xx&rt=6000` })).resolves.toBeDefined();
});

test.each([
  ["missing", { signature: undefined }],
  ["empty", { signature: "" }],
  ["forged", { signature: "AAAADt4T1cUTdK1PDd93/VVr8B8=" }],
  ["of another length", { signature: "short" }],
  ["of another path", { path: "/other" }],
  ["of another query", { path: "/myapp.php?foo=1&bar=3" }],
  ["of another body", { rawBody: `${FORM}&Extra=1` }],
  ["of a path that leads to another host", { path: "@evil.example/myapp.php" }],
])("401 when the signature is %s", async (_, change) => {
  await expect(verify({ ...official, ...change })).rejects.toEqual(refused("unauthenticated"));
});

test("401 when it was signed with another account's token, or for plain http", async () => {
  const other = createTwilioVerifier({ authToken: "54321", publicBaseUrl: BASE });
  const http = createTwilioVerifier({ authToken: TOKEN, publicBaseUrl: "http://mycompany.com" });
  await expect(other(official)).rejects.toEqual(refused("unauthenticated"));
  await expect(http(official)).rejects.toEqual(refused("unauthenticated"));
});

test("the previous token counts while tokens are rotated", async () => {
  const rotating = createTwilioVerifier({ authToken: "new", previousAuthToken: TOKEN, publicBaseUrl: BASE });
  await expect(rotating(official)).resolves.toBeDefined();
});

test("415 when the body is not a form", async () => {
  const json = { ...official, contentType: "application/json" };
  await expect(verify(json)).rejects.toEqual(refused("unsupported_media_type"));
  const form = { ...official, contentType: "application/x-www-form-urlencoded; charset=UTF-8" };
  await expect(verify(form)).resolves.toBeDefined();
});

test("any form is trusted as signed, accents, repeats, empty values and odd names included", async () => {
  const pairs = fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })));
  const names = fc.constantFrom("__proto__", "constructor", "To", "To", "From");
  const odd = fc.array(fc.tuple(names, fc.string()));
  await fc.assert(
    fc.asyncProperty(pairs, odd, async (some, others) => {
      const form: [string, string][] = [...some, ...others];
      const signature = sign(TOKEN, `${BASE}/turn?t=1`, form);
      const params = await verify({
        path: "/turn?t=1",
        rawBody: new URLSearchParams(form).toString(),
        signature,
      });
      expect(new Set(Object.keys(params))).toEqual(new Set(form.map(([key]) => key)));
      for (const key of Object.keys(params)) expect(params[key]).toBe(form.find(([k]) => k === key)?.[1]);
    }),
  );
});

test("a form changed by one value after signing is never trusted", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (value, other) => {
      fc.pre(value !== other);
      const signature = sign(TOKEN, `${BASE}/turn`, [["SpeechResult", value]]);
      const rawBody = new URLSearchParams([["SpeechResult", other]]).toString();
      await expect(verify({ path: "/turn", rawBody, signature })).rejects.toEqual(refused("unauthenticated"));
    }),
  );
});
