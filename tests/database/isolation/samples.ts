import type { FullShop } from "../support/everything.ts";
import { PROFILE } from "../support/shop.ts";

/** Arguments that would do something if the caller were allowed: ids are real ones of our merchant. */
export function sampleOf(name: string, mine: FullShop, merchant = mine.id): Record<string, unknown> {
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
    begin_purchase: { p_merchant, p_id: numberId },
    cancel_order: { ...order, p_reason: null },
    checkout_context: order,
    claim_idempotency_key: { ...key, p_hash: "other" },
    claim_message: { p_merchant, p_message: ids.message, p_lease_until: "2030-01-01T00:00:00Z" },
    claim_undispatched: { p_limit: 10, p_older_than_seconds: 0 },
    create_api_key: { p_merchant, p_name: "x", p_prefix: "x", p_hash: "new", p_scopes: ["x"] },
    create_merchant: { p_profile: PROFILE },
    emit_due: { p_limit: 10 },
    events_after: { p_merchant, p_after: 0, p_limit: 10 },
    finish_idempotency_key: { ...key, p_status: 200, p_body: {} },
    fulfil_order: { p_merchant, p_order: paid.id },
    get_catalog: { p_merchant },
    handle_dead_letter: { p_id: ids.letter, p_status: "discarded" },
    is_operator: {},
    latest_event_seq: { p_merchant },
    load_turn: { ...ring, p_turn: 1 },
    message_context: { p_merchant, p_subject_type: "order", p_subject: paid.id },
    my_membership: { p_merchant },
    open_connection: { p_merchant, p_provider: "stripe", p_account_id: "acct_sample" },
    pause_purchase: { p_merchant, p_id: numberId },
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
    record_dead_letter: {
      p_row: { job: "send-sms", messageId: "msg-sample", url: "https://x", merchantId: mine.id },
    },
    record_dispatches: {
      p_dispatches: [{ eventId: ids.event, subscriber: "sample", messageId: "msg-sample" }],
      p_done: [ids.event],
    },
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

/** What must be so for a call with these arguments to do something, where our shop is not so already. */
export function arrangementOf(name: string, mine: FullShop): string {
  const pending = `update phone_numbers set status = 'pending', buying_until = null where id = '${mine.numberId}'`;
  const arrangements: Record<string, string> = {
    begin_purchase: pending,
    claim_idempotency_key: "delete from idempotency_keys",
    emit_due: `update orders set expires_at = now() - interval '10 minutes' where id = '${mine.unpaid.id}'`,
    open_connection: `update provider_connections set status = 'revoked' where merchant_id = '${mine.id}'`,
    pause_purchase: pending,
    settle_number: pending,
  };
  return arrangements[name] ?? "select";
}
