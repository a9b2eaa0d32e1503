import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../harness/database.ts";
import { type FullShop, fullShop } from "../support/everything.ts";

const user = ["authenticated"];
const service = ["service_role"];

/** Every function of the API and who may call it. One that is missing here fails the test. */
const FUNCTIONS: Record<string, string[]> = {
  applied_migrations: user,
  apply_call_status: user,
  apply_message_status: user,
  apply_payment_event: user,
  apply_recording: user,
  apply_transcription: user,
  attach_checkout: user,
  cancel_order: user,
  checkout_context: user,
  claim_idempotency_key: user,
  claim_message: user,
  claim_undispatched: service,
  create_api_key: user,
  create_merchant: user,
  emit_due: service,
  events_after: user,
  finish_idempotency_key: user,
  fulfil_order: user,
  get_catalog: user,
  handle_dead_letter: user,
  is_operator: user,
  latest_event_seq: user,
  load_turn: user,
  message_context: user,
  my_membership: user,
  open_connection: user,
  ping: service,
  queue_messages: user,
  receive_sms: user,
  record_account_state: user,
  record_dead_letter: service,
  record_dispatches: service,
  record_inbox: service,
  record_message_result: user,
  record_refund: user,
  record_turn: user,
  refund_context: user,
  release_idempotency_key: user,
  remove_group: user,
  request_refund: user,
  resend_link: user,
  reserve_number: user,
  resolve_account: service,
  resolve_api_key: service,
  resolve_number: service,
  revoke_api_key: user,
  save_group: user,
  save_item: user,
  set_callback_status: user,
  set_voicemail_status: user,
  settle_number: user,
  start_call: user,
  unknown_calls: service,
  update_merchant: user,
};

let db: TestDatabase;
let mine: FullShop;
let theirs: FullShop;

beforeAll(async () => {
  db = await createTestDatabase();
  mine = await fullShop(db);
  theirs = await fullShop(db);
}, 60_000);
afterAll(() => db?.close());

test("every function is in the expectation table, and only those may call it", async () => {
  const rows = await db.sql`select p.proname::text as name,
      array(select r from unnest(array['anon', 'authenticated', 'service_role']) as r
            where has_function_privilege(r, p.oid, 'execute')) as callers
    from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`;
  expect(Object.fromEntries(rows.map(({ name, callers }) => [name, callers]))).toEqual(FUNCTIONS);
  expect(rows).toHaveLength(Object.keys(FUNCTIONS).length);
});

test("of the inner functions only those that policies call may be called from outside", async () => {
  const rows = await db.sql`select r.name as role, p.proname::text as function from pg_proc p,
      unnest(array['anon', 'authenticated', 'service_role']) as r (name)
    where p.pronamespace = 'private'::regnamespace and has_function_privilege(r.name, p.oid, 'execute') order by 2`;
  expect(rows.map((row) => [row.role, row.function])).toEqual([
    ["authenticated", "is_operator"],
    ["authenticated", "my_merchant_ids"],
  ]);
});

test("the inner schema cannot be reached through the API", async () => {
  const headers = {
    apikey: db.keys.secretKey,
    "Content-Profile": "private",
    "Content-Type": "application/json",
  };
  const body = JSON.stringify({ p_merchant: mine.id });
  const response = await fetch(`${db.api}/rest/v1/rpc/my_merchant_ids`, { method: "POST", headers, body });
  expect(response.status).toBeGreaterThanOrEqual(400);
});

test("every function that acts as its owner looks names up nowhere but where it says", async () => {
  const rows = await db.sql`select p.oid::regprocedure::text as function from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and (p.proconfig is null or not p.proconfig @> array['search_path=""'])`;
  expect([...rows]).toEqual([]);
});

describe("anonymous", () => {
  test.each(Object.keys(FUNCTIONS))("cannot call %s", async (name) => {
    const { status } = await db.as("anon").rpc(name, sampleOf(name, mine.id));
    expect([401, 403, 404]).toContain(status);
  });
});

describe("another merchant's owner", () => {
  const names = Object.keys(FUNCTIONS).filter((name) => FUNCTIONS[name] === user);
  const ofNoMerchant = ["create_merchant", "is_operator", "handle_dead_letter", "applied_migrations"];
  const ofMerchants = names.filter((name) => !ofNoMerchant.includes(name));

  test("is tried with every function that takes a merchant", async () => {
    const rows = await db.sql`select proname::text as name from pg_proc
      where pronamespace = 'public'::regnamespace and 'p_merchant' = any (proargnames) and proname <> 'record_inbox'`;
    const tried = names.filter((name) => "p_merchant" in sampleOf(name, mine.id));
    expect(tried.sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test.each(ofMerchants)("gets 404 from %s, and nothing changes", async (name) => {
    const before = await fingerprint();
    const { status, error } = await theirs.owner.db.rpc(name, sampleOf(name, mine.id));
    expect([status, error?.code]).toEqual([404, "PT404"]);
    expect(await fingerprint()).toBe(before);
  });

  test.each(ofMerchants)(
    "reaches nothing of ours by naming their own merchant and our ids to %s",
    async (name) => {
      const before = await fingerprint(mine.id);
      await theirs.owner.db.rpc(name, { ...sampleOf(name, mine.id), p_merchant: theirs.id });
      expect(await fingerprint(mine.id)).toBe(before);
    },
  );
});

test("only an operator handles dead letters and sees what is installed", async () => {
  const [letter] = await db.sql`select id from dead_letters where merchant_id = ${mine.id}`;
  for (const who of [mine.owner.db, mine.jobs, theirs.owner.db]) {
    const { status } = await who.rpc("handle_dead_letter", { p_id: letter?.id, p_status: "discarded" });
    expect(status).toBe(404);
    expect((await who.rpc("applied_migrations")).status).toBe(403);
  }
});

/** Every row of every table (of one merchant, if given) in one hash. */
async function fingerprint(merchant?: string): Promise<string> {
  const tables = await db.sql`select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (${merchant ?? null}::text is null or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id'))`;
  const hashes = tables.map(({ name }) => {
    const where = merchant ? `where merchant_id = '${merchant}'` : "";
    return db.sql.unsafe(
      `select md5(string_agg(t::text, '' order by t::text)) as hash from public.${name} t ${where}`,
    );
  });
  return (await Promise.all(hashes)).map(([row]) => row?.hash).join();
}

/** Arguments that would do something if the caller were allowed: ids are real ones of our merchant. */
function sampleOf(name: string, merchant: string): Record<string, unknown> {
  const { ids, call, paid, unpaid, intent, accountId, numberId, hash } = mine;
  const p_merchant = merchant;
  const order = { p_merchant, p_order: unpaid.id };
  const key = { p_merchant, p_key: "k", p_route: "r" };
  const ring = { p_merchant, p_external_id: call.callSid };
  const dialed = { ...ring, p_from: call.from, p_to: mine.number, p_event_id: "sample" };
  const event = {
    provider: "stripe",
    eventId: "evt_sample",
    kind: "refunded",
    accountId,
    paymentIntentId: intent,
  };
  const page = { sessionId: "cs_sample", accountId, amountCents: 1, currency: "cad", feeCents: 0, url: "x" };
  const sms = { sid: "SMx", from: call.from, to: mine.number, body: "STOP", eventId: "sample" };
  const mail = {
    dedupeKey: "new",
    channel: "email",
    to: "a@example.com",
    locale: "en",
    body: "x",
    orderId: paid.id,
  };
  const samples: Record<string, Record<string, unknown>> = {
    applied_migrations: {},
    apply_call_status: { ...dialed, p_status: "completed", p_duration: 1 },
    apply_message_status: {
      ...{ p_merchant, p_message: ids.message, p_provider_id: "SM1", p_status: "sent" },
      ...{ p_error_code: null, p_error: null, p_event_id: "sample" },
    },
    apply_payment_event: { p_merchant, p_event: { ...event, refundedCents: 2100, orderId: paid.id } },
    apply_recording: { ...ring, p_recording_id: "RE2", p_url: null, p_duration: 1, p_event_id: "sample" },
    apply_transcription: { ...ring, p_recording_id: "RE1", p_text: "x", p_event_id: "sample" },
    attach_checkout: { ...order, p_attempt: 2, p_session: page },
    cancel_order: { ...order, p_reason: null },
    checkout_context: order,
    claim_idempotency_key: { ...key, p_hash: "other" },
    claim_message: { p_merchant, p_message: ids.message, p_lease_until: "2030-01-01T00:00:00Z" },
    claim_undispatched: { p_limit: 10, p_older_than_seconds: 0 },
    create_api_key: { p_merchant, p_name: "x", p_prefix: "x", p_hash: "new", p_scopes: ["x"] },
    create_merchant: { p_profile: {} },
    emit_due: { p_limit: 10 },
    events_after: { p_merchant, p_after: 0, p_limit: 10 },
    finish_idempotency_key: { ...key, p_status: 200, p_body: {} },
    fulfil_order: { p_merchant, p_order: paid.id },
    get_catalog: { p_merchant },
    handle_dead_letter: { p_id: ids.key, p_status: "discarded" },
    is_operator: {},
    latest_event_seq: { p_merchant },
    load_turn: { ...ring, p_turn: 1 },
    message_context: { p_merchant, p_subject_type: "order", p_subject: paid.id },
    my_membership: { p_merchant },
    open_connection: { p_merchant, p_provider: "stripe", p_account_id: "acct_sample" },
    ping: {},
    queue_messages: { p_merchant, p_messages: [mail] },
    receive_sms: { p_merchant, p_sms: sms, p_action: "stop", p_replies: null },
    record_account_state: {
      p_merchant,
      p_provider: "stripe",
      p_account_id: accountId,
      p_state: {},
      p_at: "2030-01-01",
    },
    record_dead_letter: { p_row: {} },
    record_dispatches: { p_dispatches: [], p_done: [] },
    record_inbox: { p_provider: "x", p_event_id: "x", p_kind: "x", p_merchant, p_outcome: "x" },
    record_message_result: { p_merchant, p_message: ids.message, p_result: { status: "failed", error: "x" } },
    record_refund: {
      p_merchant,
      p_refund: ids.refund,
      p_status: "succeeded",
      p_provider_id: null,
      p_error: null,
    },
    record_turn: { ...ring, p_turn: 9, p_record: { turns: [], effects: [], reply: {} } },
    refund_context: { p_merchant, p_refund: ids.refund },
    release_idempotency_key: key,
    remove_group: { p_merchant, p_id: ids.group },
    request_refund: { p_merchant, p_order: paid.id, p_amount: 1, p_reason: null },
    resend_link: order,
    reserve_number: { p_merchant, p_request: {} },
    resolve_account: { p_provider: "stripe", p_account_id: accountId },
    resolve_api_key: { p_hash: hash },
    resolve_number: { p_e164: mine.number },
    revoke_api_key: { p_merchant, p_id: ids.key },
    save_group: { p_merchant, p_id: ids.group, p_fields: { name: "Changed" } },
    save_item: { p_merchant, p_id: ids.item, p_fields: { name: "Changed" } },
    set_callback_status: { p_merchant, p_id: ids.callback, p_status: "done" },
    set_voicemail_status: { p_merchant, p_id: ids.voicemail, p_status: "heard" },
    settle_number: { p_merchant, p_id: numberId, p_number: null, p_provider_id: null, p_error: "x" },
    start_call: { ...dialed },
    unknown_calls: {
      p_provider: "twilio",
      p_calls: [{ externalId: "CA1", to: mine.number, endedAt: "2030-01-01" }],
    },
    update_merchant: { p_merchant, p_patch: { name: "Changed" } },
  };
  const sample = samples[name];
  if (!sample) throw new Error(`No arguments for ${name}`);
  return sample;
}
