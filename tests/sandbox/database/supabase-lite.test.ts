import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../../../sandbox/database/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../../harness/database.ts";

const MERCHANT = "018f0000-0000-7000-8000-000000000001";
const OTHER = "018f0000-0000-7000-8000-000000000002";
const FIXTURE = fileURLToPath(new URL("../../fixtures/migrations", import.meta.url));

let db: TestDatabase;
let member: ReturnType<TestDatabase["as"]>;

beforeAll(async () => {
  db = await createTestDatabase("empty");
  const sql = postgres(db.url, { max: 1, onnotice: () => {} });
  await migrate(sql, FIXTURE);
  await sql`insert into public.merchants (id, name, slug) values (${MERCHANT}, 'Mine', 'ABC'), (${OTHER}, 'Theirs', 'x')`;
  await sql.end();
  member = db.as({ token: await db.signToken({ merchant_id: MERCHANT, actor: "job:test" }) }, "req-7");
});
afterAll(() => db?.close());

describe("privileges", () => {
  test("the first requests, even many at once, grant nothing that migrations withheld", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => member.from("merchants").select()));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const [row] = await db.sql`select
      has_table_privilege('authenticated', 'public.notes', 'insert') as insert,
      has_column_privilege('authenticated', 'public.notes', 'secret', 'select') as secret,
      has_table_privilege('anon', 'public.merchants', 'select') as anon,
      has_table_privilege('authenticated', 'private.secrets', 'select') as private`;
    expect(row).toEqual({ insert: false, secret: false, anon: false, private: false });
  });

  test("a column that was not granted cannot be read", async () => {
    const { status, error } = await member.from("notes").select("secret");
    expect([status, error?.code]).toEqual([403, "42501"]);
  });

  test("a function that was revoked from anon cannot be called by anon", async () => {
    const { status } = await db.as("anon").rpc("add_note", { p_body: "x", p_details: {} });
    expect(status).toBe(401);
  });

  test("the secret key acts as service_role and is not bound by policies", async () => {
    const { data } = await db.as("service_role").from("merchants").select("name").order("name");
    expect(data).toEqual([{ name: "Mine" }, { name: "Theirs" }]);
  });

  test("policies see only the claim's merchant", async () => {
    const { data } = await member.from("merchants").select("name");
    expect(data).toEqual([{ name: "Mine" }]);
  });

  test("a token signed with another secret is refused", async () => {
    const token = (await db.signToken({ merchant_id: MERCHANT })).replace(/.{6}$/, "AAAAAA");
    expect((await db.as({ token }).from("merchants").select()).status).toBe(401);
  });
});

describe("what SQL sees of the request", () => {
  test("every claim of a token without sub, and the headers", async () => {
    const { data } = await member.rpc("who_asks");
    expect(data).toMatchObject({
      uid: null,
      role: "authenticated",
      user: "authenticated",
      jwt: { merchant_id: MERCHANT, actor: "job:test", role: "authenticated" },
      headers: { "x-request-id": "req-7" },
    });
  });

  test("sub becomes auth.uid()", async () => {
    const token = await db.signToken({ sub: OTHER, merchant_id: MERCHANT });
    const { data } = await db.as({ token }).rpc("who_asks");
    expect(data).toMatchObject({ uid: OTHER, jwt: { sub: OTHER, merchant_id: MERCHANT } });
  });

  test("a read of a table or view has the headers too", async () => {
    const { data } = await member.from("request_id").select();
    expect(data).toEqual([{ id: "req-7" }]);
  });

  test("the claims of one request never reach another on the same connection", async () => {
    await member.rpc("who_asks");
    const answers = await Promise.all(Array.from({ length: 12 }, () => db.as("anon").rpc("who_asks")));
    for (const { data } of answers) expect(data).toMatchObject({ uid: null, jwt: { role: "anon" } });
  });
});

describe("values", () => {
  test("jsonb arguments arrive as objects, and timestamps leave as ISO 8601", async () => {
    const { data } = await member.rpc("add_note", { p_body: "hi", p_details: { a: [1, { b: "é" }] } });
    expect(data).toMatchObject({
      body: "hi",
      details: { a: [1, { b: "é" }] },
      created_at: expect.any(String),
    });
    const { created_at } = data as { created_at: string };
    expect(created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/);
    const [row] = await db.sql`select jsonb_typeof(details) as type from public.notes limit 1`;
    expect(row?.type).toBe("object");
  });

  test("lists of texts and ids come back as they went, whatever the texts hold", async () => {
    const p_texts = ["plain", "", "two words", 'a "quote"', "back\\slash", "comma, {brace}", "NULL", "é\n"];
    const { data } = await member.rpc("echo_lists", { p_texts, p_ids: [MERCHANT, OTHER] });
    expect(data).toEqual({ texts: p_texts, ids: [MERCHANT, OTHER] });
    const empty = await member.rpc("echo_lists", { p_texts: [], p_ids: [] });
    expect(empty.data).toEqual({ texts: [], ids: [] });
  });

  test("operators of extensions are found: citext compares without case", async () => {
    const { data } = await member.from("merchants").select("name").eq("slug", "abc");
    expect(data).toEqual([{ name: "Mine" }]);
  });
});

test.each([
  ["PT404", 404],
  ["PT409", 409],
  ["PT422", 422],
  ["P0001", 400],
  ["23P01", 400],
  ["23514", 400],
  ["CW001", 400],
  ["40001", 500],
])("SQLSTATE %s answers %i with its code, message, detail and hint", async (state, status) => {
  const answer = await member.rpc("fail_with", { p_state: state });
  expect(answer.status).toBe(status);
  expect(answer.error).toMatchObject({
    code: state,
    message: "as asked",
    details: "the detail",
    hint: "the hint",
  });
});

describe("auth", () => {
  test("a person who signs up gets a session that is valid here", async () => {
    const user = await db.signUp("someone@example.com");
    const { data } = await db.as(user).rpc("who_asks");
    expect(data).toMatchObject({ uid: user.id, role: "authenticated" });
  });

  test("its mails go to the driver, with links that lead back to the API", async () => {
    const user = await db.signUp();
    await fetch(`${db.api}/auth/v1/recover`, {
      method: "POST",
      headers: { apikey: db.keys.publishableKey, "Content-Type": "application/json" },
      body: JSON.stringify({ email: user.email }),
    });
    const mail = db.mails.find(({ to }) => to === user.email);
    expect(mail?.text).toContain(`${db.api}/auth/v1/verify?token=`);
  });

  test("a request without an API key is refused", async () => {
    expect((await fetch(`${db.api}/rest/v1/merchants`)).status).toBe(401);
  });
});
