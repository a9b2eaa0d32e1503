import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import twilio from "twilio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFunctions } from "../../runtime/node/functions-router.ts";
import { ROOT } from "../../runtime/node/root.ts";
import { buildIfStale, sitesOf } from "../../runtime/node/web-build.ts";
import { writeVercelOutput } from "../../runtime/vercel/output.ts";
import { startTestProduct, type TestProduct } from "../harness/product.ts";
import { launchVercelOutput } from "../harness/vercel-launcher.ts";

const functionsDir = join(ROOT, "functions/api");
const outDir = mkdtempSync(join(tmpdir(), "callwaiting-vercel-"));
const { web } = sitesOf(ROOT);

let product: TestProduct;
let bundles: Awaited<ReturnType<typeof writeVercelOutput>>;
let vercel: ReturnType<typeof launchVercelOutput>;
const ask = (path: string, init?: RequestInit) => vercel(new Request(`${product.url}${path}`, init));
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

beforeAll(async () => {
  await buildIfStale(web, ROOT);
  product = await startTestProduct({ warm: false });
  bundles = await writeVercelOutput({ functionsDir, webDir: web.out, outDir });
  vercel = launchVercelOutput(outDir);
});
afterAll(async () => {
  await product?.close();
  rmSync(outDir, { recursive: true, force: true });
});

describe("the Vercel build", () => {
  test("has one function for each file of functions/api", () => {
    expect(bundles.map(({ path }) => path).sort()).toEqual(
      listFunctions(functionsDir)
        .map(({ path }) => path)
        .sort(),
    );
  });

  test("says that it is well, from /health too", async () => {
    for (const path of ["/api/health", "/health"]) {
      const response = await ask(path);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ status: "ok", parts: { database: { state: "ok" } } });
    }
  });

  test("serves the web app for its own addresses, and hashed files for ever", async () => {
    const page = await (await ask("/orders/01a1fdfb-a654-7e5f-9719-f7fb28637a4d")).text();
    expect(page).toContain("<div id=");
    const asset = /\/assets\/[\w.-]+\.js/.exec(page)?.[0] ?? "";
    expect((await ask(asset)).headers.get("cache-control")).toContain("immutable");
  });

  test("an address below /api that nobody serves is 404 in our envelope", async () => {
    const response = await ask("/api/nothing/here");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "not_found" } });
  });

  test("a merchant signs up and is found again by path parameter", async () => {
    const signedUp = await post("/api/auth/signup", { email: "v@example.com", password: "correct horse" });
    const { session } = (await signedUp.json()) as { session: { accessToken: string } };
    const authorization = `Bearer ${session.accessToken}`;
    const created = await post(
      "/api/merchants/create",
      { name: "Chez Vé", vertical: "restaurant", locale: "fr" },
      { authorization },
    );
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const found = await ask(`/api/merchants/${id}`, { headers: { authorization } });
    expect(await found.json()).toMatchObject({ id, name: "Chez Vé" });
  });

  test("the voice webhook answers a signed call with TwiML, and a forged one with 401", async () => {
    const params = {
      CallSid: `CA${"1".repeat(32)}`,
      AccountSid: "AC1",
      From: "+15145550199",
      To: "+15145559999",
      CallStatus: "ringing",
      Direction: "inbound",
      ApiVersion: "2010-04-01",
    };
    const url = `${product.url}/api/webhooks/twilio/voice`;
    const signature = twilio.getExpectedTwilioSignature(process.env.TWILIO_AUTH_TOKEN ?? "", url, params);
    const call = (signed: string) =>
      ask("/api/webhooks/twilio/voice", {
        method: "POST",
        body: new URLSearchParams(params).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signed },
      });
    const answered = await call(signature);
    expect(answered.status).toBe(200);
    expect(await answered.text()).toContain("not in service");
    expect((await call("forged")).status).toBe(401);
  });

  test.each([
    "twilio/voice",
    "twilio/ivr",
    "twilio/turn",
    "twilio/sms",
    "twilio/status",
    "twilio/recording",
    "twilio/fallback",
    "twilio/message-status",
    "stripe",
  ])("%s stays below 150 kB compressed", (name) => {
    const bundle = bundles.find(({ path }) => path === `/api/webhooks/${name}`);
    expect(gzipSync(readFileSync(bundle?.file ?? "")).byteLength).toBeLessThan(150_000);
  });
});
