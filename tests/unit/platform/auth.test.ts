import { describe, expect, test } from "vitest";
import { authenticate } from "../../../functions/platform/auth.ts";
import { clientAddress } from "../../../functions/platform/client-address.ts";
import { AppError } from "../../../functions/platform/errors.ts";
import { newApiKey } from "../../../functions/platform/secrets.ts";
import { MERCHANT } from "./support.ts";

describe("who calls", async () => {
  const { key, hash } = await newApiKey();
  const ports = {
    async verifySession(token: string) {
      if (token !== "good") throw new AppError("unauthenticated", "no");
      return { userId: "u1", email: "a@b.example" };
    },
    resolveApiKey: async (asked: string) =>
      asked === hash ? { id: "k1", merchantId: MERCHANT, scopes: ["orders:read"] } : null,
  };
  const ask = (headers: Record<string, string>) => authenticate(new Headers(headers), ports);
  const byKey = { kind: "key", keyId: "k1", merchantId: MERCHANT, scopes: ["orders:read"] };

  test("a session, a key in either header, or nobody", async () => {
    const user = { kind: "user", userId: "u1", email: "a@b.example", token: "good" };
    expect(await ask({ authorization: "Bearer good" })).toEqual(user);
    expect(await ask({ authorization: `bearer ${key}` })).toEqual(byKey);
    expect(await ask({ "x-api-key": key })).toEqual(byKey);
    expect(await ask({})).toEqual({ kind: "anonymous" });
  });

  test.each([
    [{ authorization: "Bearer bad" }],
    [{ authorization: "Bearer cw_live_unknown" }],
    [{ "x-api-key": "good" }],
    [{ authorization: "Basic Zm9v" }],
    [{ authorization: "Bearer" }],
  ])("a bad credential is refused, never taken for nobody: %o", async (headers) => {
    await expect(ask(headers as unknown as Record<string, string>)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

test("the address is Vercel's, else the first hop's, else the socket's", () => {
  const from = (headers: Record<string, string>, bindings?: unknown) =>
    clientAddress(new Headers(headers), bindings);
  expect(from({ "x-vercel-forwarded-for": "1.1.1.1", "x-forwarded-for": "9.9.9.9" })).toBe("1.1.1.1");
  expect(from({ "x-forwarded-for": "2.2.2.2, 10.0.0.1", "x-real-ip": "3.3.3.3" })).toBe("2.2.2.2");
  expect(from({ "x-real-ip": "3.3.3.3" })).toBe("3.3.3.3");
  expect(from({}, { incoming: { socket: { remoteAddress: "::1" } } })).toBe("::1");
  expect(from({}, {})).toBe("unknown");
});
