import { randomBytes } from "node:crypto";
import { serve } from "@hono/node-server";
import { PostgrestClient } from "@supabase/postgrest-js";
import { SignJWT } from "jose";
import postgres, { type Sql } from "postgres";
import { inject } from "vitest";
import { createSupabase, type ProjectKeys } from "../../sandbox/database/supabase.ts";
import { databaseUrl } from "./cluster.ts";

/** A database of its own for one test file, with Supabase's API over it. */
export type TestDatabase = {
  /** `postgres://…`, as superuser. */
  url: string;
  /** A connection as superuser, to arrange and to look behind the policies. */
  sql: Sql;
  /** `http://127.0.0.1:…`: what SUPABASE_URL is for the functions. */
  api: string;
  keys: ProjectKeys;
  /** The SUPABASE_* variables the product reads. */
  env: Record<string, string>;
  /** Mails that Auth has sent, oldest first. */
  mails: { to: string; subject: string; text: string }[];
  /** PostgREST as anon, as the bearer of a token, or as the service role. */
  as(who: "anon" | "service_role" | { token: string }, requestId?: string): PostgrestClient;
  /** A token as the product signs it: `role` authenticated and 5 minutes unless said otherwise. */
  signToken(claims: Record<string, unknown>, expiresInSeconds?: number): Promise<string>;
  /** Creates a person through Supabase Auth. */
  signUp(email?: string, password?: string): Promise<TestUser>;
  close(): Promise<void>;
};

export type TestUser = { id: string; email: string; password: string; token: string; refreshToken: string };

const jwtSecret = "a secret of the tests, and of nothing else";
const keys: ProjectKeys = { publishableKey: "sb_publishable_tests", secretKey: "sb_secret_tests", jwtSecret };

/** A copy of a template (about 20 ms), of which only the caller knows. */
export async function copyTemplate(
  template: "migrated" | "empty" = "migrated",
): Promise<{ url: string; drop(): Promise<void> }> {
  const { url: server, template: source } = await askForTemplate(template);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${source} strategy file_copy`);
  return {
    url: databaseUrl(server, name),
    async drop() {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end({ timeout: 2 });
    },
  };
}

/** A database of its own behind Supabase Lite on a free port. Close it in `afterAll`. */
export async function createTestDatabase(template: "migrated" | "empty" = "migrated"): Promise<TestDatabase> {
  const { url, drop } = await copyTemplate(template);
  const sql = postgres(url, { max: 3, onnotice: () => {} });
  const mails: TestDatabase["mails"] = [];
  const http = await listen((api) =>
    createSupabase({
      ...{ databaseUrl: url, siteUrl: api, ...keys },
      onMail: async ({ to, subject, text }) => void mails.push({ to, subject, text }),
    }),
  );
  return {
    ...{ url, sql, mails, keys, api: http.api, env: environment(http.api) },
    as: (who, requestId) => clientAs(http.api, who, requestId),
    signToken,
    signUp: (email, password) => signUp(http.api, email, password),
    async close() {
      await http.close();
      await sql.end({ timeout: 2 });
      await drop();
    },
  };
}

async function askForTemplate(template: string): Promise<{ url: string; template: string }> {
  const response = await fetch(`${inject("clusterAddress")}/${template}`);
  if (!response.ok) throw new Error(`The test database could not be made: ${await response.text()}`);
  return (await response.json()) as { url: string; template: string };
}

type Served = { fetch(request: Request): Promise<Response>; close(): Promise<void> };

/** Lite must know its own address for the links in its mails, so it is made once the port is known. */
async function listen(make: (api: string) => Served): Promise<{ api: string; close(): Promise<void> }> {
  let served: Served | undefined;
  const options = {
    fetch: (request: Request) => served?.fetch(request) ?? new Response(null, { status: 503 }),
    port: 0,
    hostname: "127.0.0.1",
  };
  return new Promise((resolve) => {
    const server = serve(options, ({ port }) => {
      const api = `http://127.0.0.1:${port}`;
      const supabase = make(api);
      served = supabase;
      const close = async () => {
        if ("closeAllConnections" in server) server.closeAllConnections();
        server.close();
        await supabase.close();
      };
      resolve({ api, close });
    });
  });
}

const environment = (api: string): Record<string, string> => ({
  SUPABASE_URL: api,
  SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
  SUPABASE_SECRET_KEY: keys.secretKey,
  SUPABASE_JWT_SECRET: keys.jwtSecret,
});

function clientAs(api: string, who: "anon" | "service_role" | { token: string }, requestId = "test-request") {
  const apikey = who === "service_role" ? keys.secretKey : keys.publishableKey;
  const headers = new Headers({ apikey, "X-Request-Id": requestId });
  if (typeof who === "object") headers.set("Authorization", `Bearer ${who.token}`);
  return new PostgrestClient(`${api}/rest/v1`, { headers });
}

function signToken(claims: Record<string, unknown>, expiresInSeconds = 300): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ role: "authenticated", aud: "authenticated", ...claims })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt(now)
    .setExpirationTime(now + expiresInSeconds)
    .sign(new TextEncoder().encode(jwtSecret));
}

async function signUp(api: string, email?: string, password = "a long password"): Promise<TestUser> {
  const address = email ?? `person-${randomBytes(6).toString("hex")}@example.com`;
  const response = await fetch(`${api}/auth/v1/signup`, {
    method: "POST",
    headers: { apikey: keys.publishableKey, "Content-Type": "application/json" },
    body: JSON.stringify({ email: address, password }),
  });
  if (!response.ok) throw new Error(`Sign-up failed: ${response.status} ${await response.text()}`);
  const session = (await response.json()) as {
    access_token: string;
    refresh_token: string;
    user: { id: string };
  };
  const { access_token: token, refresh_token: refreshToken, user } = session;
  return { id: user.id, email: address, password, token, refreshToken };
}
