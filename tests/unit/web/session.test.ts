import { describe, expect, test } from "vitest";
import type { Session } from "../../../functions/domain/accounts/contracts.ts";
import { ApiError } from "../../../web/src/api/errors.ts";
import { createTokens } from "../../../web/src/api/refresh.ts";
import { createSessionStore } from "../../../web/src/api/session.ts";

const NOW = 1_000_000;

const sessionOf = (token: string, expiresIn: number): Session => ({
  accessToken: token,
  refreshToken: `refresh-${token}`,
  expiresAt: NOW + expiresIn,
  user: { id: "u", email: "a@b.ca" },
});

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

function tokensOver(trade: (refreshToken: string) => Promise<Session>, session: Session | null) {
  const storage = memory();
  const store = createSessionStore(storage);
  store.set(session);
  const traded: string[] = [];
  const tokens = createTokens({
    store,
    trade(refreshToken) {
      traded.push(refreshToken);
      return trade(refreshToken);
    },
    lock: (work) => work(),
    nowSeconds: () => NOW,
  });
  return { tokens, store, storage, traded };
}

describe("access tokens", () => {
  test("one that is good is used as it is", async () => {
    const { tokens, traded } = tokensOver(async () => sessionOf("b", 3600), sessionOf("a", 3600));
    expect(await tokens.current()).toBe("a");
    expect(traded).toEqual([]);
  });

  test("one about to end is renewed once for all who wait", async () => {
    const { tokens, traded } = tokensOver(async () => sessionOf("b", 3600), sessionOf("a", 30));
    expect(await Promise.all([tokens.current(), tokens.current(), tokens.renew("a")])).toEqual([
      "b",
      "b",
      "b",
    ]);
    expect(traded).toEqual(["refresh-a"]);
  });

  test("one that the server refused is renewed although its time is not over", async () => {
    const { tokens, traded } = tokensOver(async () => sessionOf("b", 3600), sessionOf("a", 3600));
    expect(await tokens.renew("a")).toBe("b");
    expect(traded).toEqual(["refresh-a"]);
  });

  test("what another tab has renewed is taken over: a refresh token works only once", async () => {
    const { tokens, storage, traded } = tokensOver(async () => sessionOf("c", 3600), sessionOf("a", 30));
    createSessionStore(storage).set(sessionOf("b", 3600));
    expect(await tokens.current()).toBe("b");
    expect(traded).toEqual([]);
  });

  test.each(["unauthenticated", "invalid_request", "forbidden"] as const)(
    "a refresh refused with %s signs out",
    async (code) => {
      const refuse = () => Promise.reject(new ApiError(code, "no"));
      const { tokens, store } = tokensOver(refuse, sessionOf("a", 0));
      expect(await tokens.current()).toBeNull();
      expect(store.get()).toBeNull();
    },
  );

  test.each(["offline", "unavailable", "rate_limited", "internal"] as const)(
    "a refresh that fails with %s keeps the session for later",
    async (code) => {
      const fail = () => Promise.reject(new ApiError(code, "later"));
      const { tokens, store } = tokensOver(fail, sessionOf("a", 0));
      await expect(tokens.current()).rejects.toMatchObject({ code });
      expect(store.get()?.accessToken).toBe("a");
    },
  );

  test("after a failure the next one tries again", async () => {
    let fails = true;
    const trade = async () => {
      if (fails) throw new ApiError("offline", "no line");
      return sessionOf("b", 3600);
    };
    const { tokens } = tokensOver(trade, sessionOf("a", 0));
    await expect(tokens.current()).rejects.toThrow();
    fails = false;
    expect(await tokens.current()).toBe("b");
  });
});

describe("the session in the browser's storage", () => {
  test("survives a reload", () => {
    const storage = memory();
    createSessionStore(storage).set(sessionOf("a", 10));
    expect(createSessionStore(storage).get()?.accessToken).toBe("a");
  });

  test.each(["{", "null", "42", '{"accessToken":1}'])("that holds %s is nobody's", (text) => {
    const storage = memory();
    storage.setItem("callwaiting.session", text);
    expect(createSessionStore(storage).get()).toBeNull();
  });

  test("tells who listens when another tab signs out", () => {
    const storage = memory();
    const store = createSessionStore(storage);
    store.set(sessionOf("a", 10));
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    createSessionStore(storage).set(null);
    store.reload();
    store.reload();
    expect(store.get()).toBeNull();
    expect(told).toBe(1);
  });
});
