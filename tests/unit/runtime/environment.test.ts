import { expect, test } from "vitest";
import { makeSecrets } from "../../../runtime/node/data-folder.ts";
import { assertReachable, productEnvironment } from "../../../runtime/node/environment.ts";

const BASE = "http://localhost:3000";
const SANDBOX = {
  TWILIO_ACCOUNT_SID: "ACfake",
  TWILIO_AUTH_TOKEN: "fake",
  TWILIO_API_BASE_URL: `${BASE}/_sandbox/twilio`,
  QSTASH_URL: `${BASE}/_sandbox/qstash`,
  QSTASH_TOKEN: "fake",
};
const secrets = makeSecrets();

test("without an environment everything is local", () => {
  const env = productEnvironment({}, BASE, secrets, SANDBOX);
  expect(env).toMatchObject({ ...SANDBOX, SUPABASE_URL: BASE, PUBLIC_BASE_URL: BASE });
});

test("a real account takes its whole provider: no address of the sandbox is mixed in", () => {
  const env = productEnvironment({ TWILIO_ACCOUNT_SID: "ACreal" }, BASE, secrets, SANDBOX);
  expect(Object.keys(env).filter((name) => name.startsWith("TWILIO_"))).toEqual([]);
  expect(env.QSTASH_TOKEN).toBe("fake");
});

test("what the environment sets itself is left alone; an empty value is not set", () => {
  const env = productEnvironment(
    { PUBLIC_BASE_URL: "https://x.example", SECRETS_KEY: "" },
    BASE,
    secrets,
    {},
  );
  expect(env.PUBLIC_BASE_URL).toBeUndefined();
  expect(env.SECRETS_KEY).toBe(secrets.secretsKey);
});

test("real accounts without an address they can call are refused, naming the variable", () => {
  expect(() => assertReachable({ STRIPE_SECRET_KEY: "sk" })).toThrow(/stripe.*PUBLIC_BASE_URL/);
  expect(() =>
    assertReachable({ STRIPE_SECRET_KEY: "sk", PUBLIC_BASE_URL: "https://x.example" }),
  ).not.toThrow();
  expect(() => assertReachable({ SUPABASE_URL: "https://p.supabase.co" })).not.toThrow();
});
