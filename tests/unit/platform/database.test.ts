import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import {
  databaseError,
  merchantDatabase,
  rpc,
  unwrap,
  userDatabase,
} from "../../../functions/platform/database.ts";
import { AppError, DatabaseFailure } from "../../../functions/platform/errors.ts";
import { serviceDatabase } from "../../../functions/platform/service-role.ts";
import { listen, MERCHANT, testEnv } from "./support.ts";

type Seen = { method?: string; url?: string; headers: Record<string, unknown>; body: unknown };

async function postgrest(status = 200, answer: unknown = null) {
  const seen: Seen[] = [];
  const url = await listen(({ method, url, headers }, response, body) => {
    seen.push({ method, url, headers, body: body ? JSON.parse(body) : undefined });
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  return { env: testEnv({ SUPABASE_URL: url }), seen };
}

const thrownBy = async (promise: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
};

test("a person's call carries the publishable key, their token and the request id", async () => {
  const { env, seen } = await postgrest(200, { ok: true });
  expect(await rpc(userDatabase(env, "token-1", "req-1"), "start_call", { p_a: 1 })).toEqual({ ok: true });
  expect(seen[0]).toMatchObject({ method: "POST", url: "/rest/v1/rpc/start_call", body: { p_a: 1 } });
  const headers = { apikey: "sb_publishable_test", authorization: "Bearer token-1", "x-request-id": "req-1" };
  expect(seen[0]?.headers).toMatchObject(headers);
});

test("a machine's call carries a token for its merchant", async () => {
  const { env, seen } = await postgrest(200, []);
  unwrap(await (await merchantDatabase(env, MERCHANT, "job:x", "req-1")).from("orders").select("id"));
  const token = String(seen[0]?.headers.authorization).replace("Bearer ", "");
  expect(decodeJwt(token)).toMatchObject({ merchant_id: MERCHANT, actor: "job:x", role: "authenticated" });
  expect(seen[0]?.headers.apikey).toBe("sb_publishable_test");
});

test("the service role calls its named functions with the secret key and nobody's token", async () => {
  const { env, seen } = await postgrest(200, { merchantId: MERCHANT });
  const service = serviceDatabase(env, "req-1");
  await service.resolveNumber("+15145550100");
  await service.recordDispatches([{ eventId: "e", subscriber: "s", messageId: "m" }], ["e"]);
  expect(seen.map(({ url, body }) => [url, body])).toEqual([
    ["/rest/v1/rpc/resolve_number", { p_e164: "+15145550100" }],
    [
      "/rest/v1/rpc/record_dispatches",
      { p_dispatches: [{ eventId: "e", subscriber: "s", messageId: "m" }], p_done: ["e"] },
    ],
  ]);
  expect(seen[0]?.headers.apikey).toBe("sb_secret_test");
  expect(seen[0]?.headers.authorization).toBeUndefined();
});

describe("an error of the database", () => {
  test.each([
    ["PT404", 404, "not_found", "No such order."],
    ["PT409", 409, "conflict", "No such order."],
    ["PT403", 403, "forbidden", "No such order."],
    ["PT422", 422, "invalid_request", "No such order."],
    ["42501", 403, "forbidden", "You may not do this."],
    ["23505", 409, "conflict", "This already exists."],
    ["PGRST301", 401, "unauthenticated", "The session is not valid."],
    ["", 401, "unauthenticated", "The session is not valid."],
    ["57P01", 500, "unavailable", "The database cannot be reached just now."],
    ["PGRST002", 503, "unavailable", "The database cannot be reached just now."],
    ["PGRST202", 404, "internal", "Something went wrong on our side."],
    ["23514", 400, "internal", "Something went wrong on our side."],
  ])("%s (%i) is %s", async (code, status, expected, message) => {
    const { env } = await postgrest(status, { code, message: "No such order.", details: null, hint: null });
    const error = await thrownBy(rpc(userDatabase(env, "t", "r"), "ping"));
    expect([error.code, error.message]).toEqual([expected, message]);
    expect(error.cause).toBeInstanceOf(DatabaseFailure);
  });

  test("that names a field names it in the envelope's way", () => {
    const raw = { code: "PT422", message: "must be positive", details: '{"field":"quantity"}' };
    expect(databaseError(raw, 422).details).toEqual([{ field: "quantity", message: "must be positive" }]);
    expect(databaseError({ ...raw, details: "free text" }, 422).details).toBeUndefined();
  });

  test("is unavailable when nobody answers", async () => {
    const env = testEnv({ SUPABASE_URL: "http://nowhere.invalid" });
    const error = await thrownBy(rpc(userDatabase(env, "t", "r"), "ping"));
    expect([error.code, error.retryAfter]).toEqual(["unavailable", 2]);
  });

  test("is unavailable when the answer stops half-way, within the time limit", {
    timeout: 9000,
  }, async () => {
    const url = await listen((_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write('{"a":');
    });
    const started = Date.now();
    const error = await thrownBy(rpc(userDatabase(testEnv({ SUPABASE_URL: url }), "t", "r"), "ping"));
    expect(error.code).toBe("unavailable");
    expect(Date.now() - started).toBeLessThan(7000);
  });
});
