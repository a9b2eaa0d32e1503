import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type EnvError, readEnv } from "../../../functions/platform/env.ts";
import { envExample, VARIABLES } from "../../../functions/platform/env-variables.ts";
import { testEnv, variables } from "./support.ts";

const problemsOf = (source: Record<string, string>) => {
  try {
    readEnv(source);
  } catch (error) {
    return (error as EnvError).problems;
  }
  return [];
};

test(".env.example is what the schema says", async () => {
  const file = await readFile(new URL("../../../.env.example", import.meta.url), "utf8");
  expect(file).toBe(envExample());
  for (const { about } of Object.values(VARIABLES)) expect(about).not.toContain("\n");
});

test("the least environment works, with defaults and optional parts off", () => {
  const env = testEnv();
  expect(env.publicBaseUrl).toBe("https://call.example");
  expect(env.webBaseUrl).toBe("https://call.example");
  expect(env.corsOrigins).toEqual(["https://call.example"]);
  expect(env.qstash.url).toBe("https://qstash.upstash.io");
  expect([env.sms.perSecond, env.email.perSecond, env.logLevel]).toEqual([100, 10, "info"]);
  expect([env.redis, env.twilio, env.stripe, env.smtp, env.testPhoneUrl]).toEqual(Array(5).fill(undefined));
});

test("every part can be given", () => {
  const env = testEnv({
    WEB_BASE_URL: "https://app.example/x/",
    CORS_ORIGINS: "https://a.example/, https://b.example",
    UPSTASH_REDIS_REST_URL: "http://r",
    UPSTASH_REDIS_REST_TOKEN: "t",
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "now",
    TWILIO_AUTH_TOKEN_PREVIOUS: "before",
    STRIPE_SECRET_KEY: "sk",
    STRIPE_WEBHOOK_SECRET: "wh",
    STRIPE_CONNECT_WEBHOOK_SECRET: "cwh",
    STRIPE_APPLICATION_FEE_BPS: "250",
    SMTP_URL: "smtps://u:p@mail:465",
    SMS_RATE_PER_SECOND: "7",
  });
  expect(env.corsOrigins).toEqual(["https://a.example", "https://b.example"]);
  expect(env.redis).toEqual({ url: "http://r", token: "t" });
  expect(env.twilio).toMatchObject({ previousAuthToken: "before", apiBaseUrl: "https://api.twilio.com" });
  expect(env.stripe).toMatchObject({ applicationFeeBps: 250, connectWebhookSecret: "cwh" });
  expect(env.smtp?.from).toContain("no-reply@callwaiting.example");
  expect(env.sms.perSecond).toBe(7);
});

test("every bad variable is named with what is expected, and no value is shown", () => {
  const { SUPABASE_URL: _, ...rest } = variables;
  const problems = problemsOf({
    ...rest,
    SECRETS_KEY: "hunter2",
    LOG_LEVEL: "loud",
    SMS_RATE_PER_SECOND: "many",
  });
  expect(problems).toHaveLength(4);
  expect(problems.join("\n")).toMatch(/SUPABASE_URL is missing[\s\S]*SECRETS_KEY is wrong/);
  expect(problems.join("\n")).toContain("LOG_LEVEL is wrong: expected debug, info, warning or error");
  expect(problems.join("\n")).not.toMatch(/hunter2|loud|many/);
  expect(problemsOf({})).toHaveLength(9);
});

test("half a group is an error, an empty value is no value", () => {
  const half = { ...variables, TWILIO_AUTH_TOKEN: "x", UPSTASH_REDIS_REST_URL: " " };
  expect(problemsOf(half)).toEqual(["TWILIO_ACCOUNT_SID is missing: it goes with TWILIO_AUTH_TOKEN"]);
});
