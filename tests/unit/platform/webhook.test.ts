import { describe, expect, test } from "vitest";
import { databaseError } from "../../../functions/platform/database.ts";
import { AppError, ProviderError } from "../../../functions/platform/errors.ts";
import { type WebhookAnswer, type WebhookRequest, webhook } from "../../../functions/platform/webhook.ts";

const hook = (handler: (request: WebhookRequest) => Promise<WebhookAnswer>) =>
  webhook(
    "test",
    () => ({}),
    (_, request) => handler(request),
  );

const failing = (error: unknown) => hook(() => Promise.reject(error)).request("/x", { method: "POST" });
const errorOf = async (response: Response) => (await response.json()).error;

test("the handler gets the body as it was sent and the address it was sent to", async () => {
  const seen: unknown[] = [];
  const app = hook(async ({ rawBody, target, query, header, requestId }) => {
    seen.push(rawBody, target, query.get("call"), header("X-Twilio-Signature"), requestId);
    return { outcome: "applied" };
  });
  const headers = { "x-twilio-signature": "sig", "x-request-id": "request-1" };
  const body = "From=%2B1514&Body=caf%C3%A9 ";
  const response = await app.request("/api/webhooks/twilio/sms?call=CA1", { method: "POST", headers, body });
  expect(seen).toEqual([body, "/api/webhooks/twilio/sms?call=CA1", "CA1", "sig", "request-1"]);
  expect([response.status, await response.json()]).toEqual([200, { outcome: "applied" }]);
  expect(response.headers.get("x-request-id")).toBe("request-1");
});

test("a reply is sent with its own type", async () => {
  const reply = { contentType: "text/xml; charset=utf-8", body: "<Response/>" };
  const response = await hook(async () => ({ outcome: "answered", reply })).request("/x", { method: "POST" });
  expect(response.headers.get("content-type")).toBe(reply.contentType);
  expect(await response.text()).toBe(reply.body);
});

describe("their fault is said so", () => {
  test("401 when forged", async () => {
    const response = await failing(new AppError("unauthenticated", "The signature is not valid."));
    expect([response.status, (await errorOf(response)).message]).toEqual([
      401,
      "The signature is not valid.",
    ]);
  });

  test("413 in our envelope when too large, before the handler is asked", async () => {
    let asked = 0;
    const app = hook(async () => {
      asked += 1;
      return { outcome: "x" };
    });
    const response = await app.request("/x", { method: "POST", body: "x".repeat(256 * 1024 + 1) });
    expect([response.status, (await errorOf(response)).code, asked]).toEqual([413, "payload_too_large", 0]);
  });

  test("405 for a GET", async () => {
    const response = await hook(async () => ({ outcome: "x" })).request("/x");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("our fault is never a 4xx, so that the provider delivers again", () => {
  test.each<[string, unknown, number]>([
    ["a bug", new TypeError("x is not a function of secret"), 500],
    ["the database away", databaseError({ message: "fetch failed" }, 0), 503],
    ["the database refusing our token", databaseError({ code: "PGRST301" }, 401), 500],
    ["the database refusing our values", databaseError({ code: "PT422", message: "secret" }, 422), 500],
    ["a lost race nobody handled", new AppError("conflict", "secret"), 500],
    ["another provider", new ProviderError("secret", { provider: "qstash", kind: "unknown" }), 502],
    ["a part that is switched off", new AppError("not_configured", "Telephone is off."), 503],
  ])("%s", async (_, error, status) => {
    const response = await failing(error);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("secret");
  });

  test("also when the environment cannot be read", async () => {
    const app = webhook(
      "test",
      () => {
        throw new Error("SECRETS_KEY is missing");
      },
      async () => ({ outcome: "x" }),
    );
    const response = await app.request("/x", { method: "POST" });
    expect([response.status, (await errorOf(response)).code]).toEqual([500, "internal"]);
  });
});
