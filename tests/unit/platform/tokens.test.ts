import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { createLinkStates, mintMerchantToken, verifySession } from "../../../functions/platform/tokens.ts";
import { listen, MERCHANT, OTHER_MERCHANT, testEnv, variables } from "./support.ts";

const env = testEnv();
const secret = new TextEncoder().encode(variables.SUPABASE_JWT_SECRET);
const USER = "7f6f7a2e-27f0-4a6c-9d4b-1d5d1f3a9a10";

const sessionToken = (claims: Record<string, unknown> = {}, expires = "1h", header = { alg: "HS256" }) =>
  new SignJWT({ role: "authenticated", email: "a@b.example", ...claims })
    .setProtectedHeader(header)
    .setSubject(USER)
    .setAudience("authenticated")
    .setExpirationTime(expires);

describe("a session signed with the shared secret", () => {
  test("says who it is", async () => {
    const token = await sessionToken().sign(secret);
    expect(await verifySession(env, token)).toEqual({ userId: USER, email: "a@b.example" });
  });

  test.each<[string, () => Promise<string>]>([
    ["expired", () => sessionToken({}, "-1m").sign(secret)],
    ["of another key", () => sessionToken().sign(new TextEncoder().encode("x".repeat(32)))],
    ["of another audience", () => sessionToken({ aud: "anon" }).setAudience("anon").sign(secret)],
    ["of another role", () => sessionToken({ role: "service_role" }).sign(secret)],
    ["minted for a merchant", () => sessionToken({ merchant_id: MERCHANT }).sign(secret)],
    ["of a job", () => mintMerchantToken(env, MERCHANT, "job:send-message")],
    ["unsigned", async () => `${btoa('{"alg":"none"}').replaceAll("=", "")}.e30.`],
    ["no token at all", async () => "nonsense"],
  ])("is refused when %s", async (_, make) => {
    await expect(verifySession(env, await make())).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("a session signed with the project's own key", () => {
  const ownKeyToken = () => sessionToken({}, "1h", { alg: "ES256", kid: "k1" } as { alg: string });

  async function project(kid: string) {
    const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid, alg: "ES256" };
    let fetched = 0;
    const url = await listen((request, response) => {
      fetched += request.url === "/auth/v1/.well-known/jwks.json" ? 1 : 0;
      response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [jwk] }));
    });
    return { env: testEnv({ SUPABASE_URL: url }), privateKey, fetched: () => fetched };
  }

  test("is verified with the published keys, which are fetched once", async () => {
    const hosted = await project("k1");
    const token = await ownKeyToken().sign(hosted.privateKey);
    expect((await verifySession(hosted.env, token)).userId).toBe(USER);
    expect((await verifySession(hosted.env, token)).userId).toBe(USER);
    expect(hosted.fetched()).toBe(1);
  });

  test("of a stranger's key is refused", async () => {
    const hosted = await project("k1");
    const stranger = await generateKeyPair("ES256");
    const token = await ownKeyToken().sign(stranger.privateKey);
    await expect(verifySession(hosted.env, token)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is our failure, not the caller's, while the keys cannot be had", async () => {
    const { privateKey } = await generateKeyPair("ES256");
    const token = await ownKeyToken().sign(privateKey);
    const url = await listen((_, response) => {
      response.writeHead(500).end();
    });
    const away = testEnv({ SUPABASE_URL: url });
    await expect(verifySession(away, token)).rejects.toMatchObject({ code: "unavailable" });
  });
});

test("a merchant token names merchant and actor, no person, and lives five minutes at most", async () => {
  const token = await mintMerchantToken(env, MERCHANT, "key:k1");
  const { payload } = await jwtVerify(token, secret, { audience: "authenticated" });
  expect(payload).toMatchObject({ role: "authenticated", merchant_id: MERCHANT, actor: "key:k1" });
  expect(payload.sub).toBeUndefined();
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(300);
});

describe("a link's state", () => {
  const links = createLinkStates(env.secretsKey);

  test("comes back as it went", async () => {
    const token = await links.sign("stripe-return", { merchantId: MERCHANT, subject: "acct_1" }, 60);
    expect(await links.verify("stripe-return", token)).toEqual({ merchantId: MERCHANT, subject: "acct_1" });
  });

  test("is worthless for another purpose, after its time, changed or signed by somebody else", async () => {
    const state = { merchantId: MERCHANT };
    const token = await links.sign("stripe-return", state, 60);
    const [header, , signature] = token.split(".");
    const forged = btoa(JSON.stringify({ merchant_id: OTHER_MERCHANT, aud: "stripe-return" })).replaceAll(
      "=",
      "",
    );
    const elsewhere = createLinkStates(btoa("another key of thirty-two bytes!"));
    const refused: [string, string][] = [
      ["google-return", token],
      ["stripe-return", await links.sign("stripe-return", state, -1)],
      ["stripe-return", `${header}.${forged}.${signature}`],
      ["stripe-return", await elsewhere.sign("stripe-return", state, 60)],
    ];
    for (const [purpose, link] of refused) {
      await expect(links.verify(purpose, link)).rejects.toMatchObject({ code: "invalid_request" });
    }
  });
});
