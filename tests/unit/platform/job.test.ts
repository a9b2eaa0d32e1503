import { createHash, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { databaseError } from "../../../functions/platform/database.ts";
import { AppError, ProviderError } from "../../../functions/platform/errors.ts";
import { type Attempt, done, job, permanent, retry } from "../../../functions/platform/job.ts";
import type { JobOutcome } from "../../../functions/platform/job-outcome.ts";
import type { JobSpec } from "../../../functions/platform/job-spec.ts";
import { MERCHANT, testEnv } from "./support.ts";

const spec = {
  name: "send-thing",
  retries: 3,
  timeoutSeconds: 20,
  payload: z.object({ thingId: z.string() }),
} as const satisfies JobSpec;

const URL_OF_JOB = "https://call.example/api/jobs/send-thing";
const payload = {
  thingId: "t1",
  merchantId: MERCHANT,
  requestId: "request-1",
  eventId: "0199a2b4-0000-7000-8000-0000000000e1",
};

type Forgery = {
  key?: string;
  sub?: string;
  signedBody?: string;
  expires?: number;
  headers?: Record<string, string>;
};

/** Delivers as QStash does: the signature covers the address and the hash of the raw body. */
async function deliver(
  app: { request: (path: string, init: RequestInit) => Response | Promise<Response> },
  body: string = JSON.stringify(payload),
  { key = "sig_current", sub = URL_OF_JOB, signedBody = body, expires = 300, headers = {} }: Forgery = {},
) {
  const now = Math.floor(Date.now() / 1000);
  const hash = createHash("sha256").update(signedBody).digest("base64url");
  const signature = await new SignJWT({ body: hash })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer("Upstash")
    .setSubject(sub)
    .setIssuedAt(now)
    .setNotBefore(now - 1)
    .setExpirationTime(now + expires)
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(key));
  const upstash = { "upstash-signature": signature, "upstash-message-id": "msg_1", "upstash-retried": "0" };
  return app.request("/api/jobs/send-thing", { method: "POST", body, headers: { ...upstash, ...headers } });
}

const env = testEnv();

function recorded(outcome: JobOutcome | Error = done()) {
  const calls: { payload: unknown; attempt: Attempt }[] = [];
  const app = job(
    spec,
    () => ({ env }),
    async (_, given, attempt) => {
      calls.push({ payload: given, attempt });
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  );
  return { app, calls };
}

describe("only QStash may run a job", () => {
  test("signed with the current key or the next one", async () => {
    const { app, calls } = recorded();
    expect((await deliver(app)).status).toBe(200);
    expect((await deliver(app, undefined, { key: "sig_next" })).status).toBe(200);
    expect(calls.map(({ payload: given }) => given)).toEqual([payload, payload]);
  });

  test.each<[string, Forgery]>([
    ["another key", { key: "sig_old" }],
    ["another job's address", { sub: "https://call.example/api/jobs/other" }],
    ["another body", { signedBody: JSON.stringify({ ...payload, thingId: "t2" }) }],
    ["an old signature", { expires: -60 }],
    ["no signature", { headers: { "upstash-signature": "" } }],
    ["nonsense", { headers: { "upstash-signature": "a.b.c" } }],
  ])("401 and nothing done for %s", async (_, forgery) => {
    const { app, calls } = recorded();
    expect((await deliver(app, undefined, forgery)).status).toBe(401);
    expect(calls).toEqual([]);
  });
});

test("the handler knows which attempt it is and how long its lease holds", async () => {
  const { app, calls } = recorded();
  await deliver(app, undefined, { headers: { "upstash-retried": "2" } });
  await deliver(app, undefined, { headers: { "upstash-retried": "3" } });
  const [third, fourth] = calls.map(({ attempt }) => attempt);
  expect(third).toMatchObject({ messageId: "msg_1", retried: 2, last: false });
  expect(fourth?.last).toBe(true);
  expect((third?.leaseUntil.getTime() ?? 0) - (third?.now.getTime() ?? 0)).toBe(25_000);
});

describe("a message that will not get better is permanent", () => {
  test.each([
    ["not JSON", "{"],
    ["a missing field", JSON.stringify({ merchantId: MERCHANT })],
    ["no merchant", JSON.stringify({ thingId: "t1" })],
    ["a merchant that is no id", JSON.stringify({ ...payload, merchantId: "m1" })],
    ["an event that is no id", JSON.stringify({ ...payload, eventId: "e1" })],
    ["a text that cannot be kept", JSON.stringify({ ...payload, thingId: "t\u0000" })],
  ])("%s", async (_, body) => {
    const { app, calls } = recorded();
    const response = await deliver(app, body);
    expect([response.status, response.headers.get("upstash-nonretryable-error")]).toEqual([489, "true"]);
    expect(calls).toEqual([]);
  });
});

test("a schedule's bare message runs a job of the installation", async () => {
  const seen: unknown[] = [];
  const tick = { name: "send-thing", retries: 0, scope: "installation", payload: z.object({}) } as const;
  const app = job(
    tick,
    () => ({ env }),
    async (_, given) => {
      seen.push(given);
      return done();
    },
  );
  const response = await deliver(app, "", { headers: { "x-request-id": "request-9" } });
  expect(response.status).toBe(200);
  expect(seen).toEqual([{ merchantId: null, eventId: null, requestId: "request-9" }]);
});

describe("what came of it, as QStash reads it", () => {
  const failed = (kind: "retry" | "permanent" | "unknown", retryAfter?: number) =>
    new ProviderError("x", { provider: "twilio", kind, ...(retryAfter ? { retryAfter } : {}) });

  test.each<[string, JobOutcome | Error, number, string | null]>([
    ["done", done("already sent"), 200, null],
    ["permanent", permanent("no such number"), 489, null],
    ["retry", retry("busy"), 503, null],
    ["retry after", retry("busy", 12), 503, "12"],
    ["a provider's refusal", failed("permanent"), 489, null],
    ["a provider too busy", failed("retry", 30), 503, "30"],
    ["a provider that may have done it", failed("unknown"), 503, null],
    ["not found", new AppError("not_found", "gone"), 489, null],
    ["not configured", new AppError("not_configured", "off"), 489, null],
    ["a lost race", new AppError("conflict", "taken"), 503, null],
    ["the database away", databaseError({ message: "fetch failed" }, 0), 503, "2"],
    ["the database refusing our token", databaseError({ code: "PGRST301" }, 401), 503, null],
    ["a bug", new TypeError("undefined"), 503, null],
  ])("%s", async (_, outcome, status, retryAfter) => {
    const response = await deliver(recorded(outcome).app);
    expect([response.status, response.headers.get("retry-after")]).toEqual([status, retryAfter]);
    expect(response.headers.get("upstash-nonretryable-error")).toBe(status === 489 ? "true" : null);
  });

  test("dependencies that fail to resolve are retried", async () => {
    const app = job(
      spec,
      (): { env: typeof env } => {
        throw new Error("SECRETS_KEY is missing");
      },
      async () => done(),
    );
    expect((await deliver(app)).status).toBe(500);
  });
});
