/**
 * Who may do what in the database, written down once. The tests beside this file hold PostgreSQL's own catalogue and
 * the behaviour of every kind of caller against it, so what is missing here fails: decide who may have it first.
 */

/** Everybody there is, seen from one merchant. */
export const CALLERS = [
  "anonymous",
  "stranger", // owner of another merchant
  "their machine", // job or API key of another merchant
  "staff",
  "owner",
  "job",
  "key",
  "operator", // runs the installation, belongs to no merchant
  "service",
] as const;
export type Caller = (typeof CALLERS)[number];

export type TableRights = {
  /** Whose rows are read: those of one's merchant, all of them by operators, or none but by functions of ours. */
  select: "members" | "operators" | "nobody";
  insert: "nobody";
  update: "nobody";
  delete: "nobody";
  /** The column that names the merchant. */
  key?: string;
  /** Those that may be read, where not all may. */
  columns?: string;
};

/** Writes go through SQL functions, of whoever it may be. */
const never = { insert: "nobody", update: "nobody", delete: "nobody" } as const;
const members: TableRights = { select: "members", ...never };
const operators: TableRights = { select: "operators", ...never };
const nobody: TableRights = { select: "nobody", ...never };

/** Every table and view of schema `public`. */
export const TABLES: Record<string, TableRights> = {
  api_keys: {
    ...members,
    columns: "id,merchant_id,name,prefix,scopes,created_by,last_used_at,revoked_at,created_at",
  },
  audit_log: members,
  call_turns: members,
  callback_requests: members,
  calls: members,
  catalog_items: members,
  consents: members,
  customers: members,
  dead_letters: operators,
  event_dispatches: nobody,
  events: members,
  idempotency_keys: nobody,
  inbox: nobody,
  item_option_groups: members,
  memberships: members,
  merchants: { ...members, key: "id" },
  messages: members,
  operators: nobody,
  option_choices: members,
  option_groups: members,
  order_lines: members,
  orders: members,
  payments: members,
  phone_numbers: members,
  provider_connections: {
    ...members,
    columns:
      "id,merchant_id,provider,account_id,status,charges_enabled,payouts_enabled,requirements_due,occurred_at,created_at,updated_at",
  },
  refunds: members,
  voicemails: members,
};

/** Every sequence of schema `public`: functions of ours count with them, nobody else. */
export const SEQUENCES = ["events_seq_seq"];

/** Columns that nobody ever reads. */
export const SECRETS = [
  ["api_keys", "hash"],
  ["provider_connections", "secret_sealed"],
] as const;

/**
 * Who may call a function: the service role; members of the merchant it is about; of those owners, admins and machines
 * only (`managers`); any person; anybody signed in; operators, others being told that nothing is there or that they may not.
 */
export type Rule =
  | "service"
  | "members"
  | "managers"
  | "people"
  | "signed in"
  | "operators, else 403"
  | "operators, else 404";

/** Every function of schema `public`. */
export const FUNCTIONS: Record<string, Rule> = {
  applied_migrations: "operators, else 403",
  apply_call_status: "members",
  apply_message_status: "members",
  apply_payment_event: "members",
  apply_recording: "members",
  apply_transcription: "members",
  attach_checkout: "members",
  begin_purchase: "managers",
  cancel_order: "members",
  checkout_context: "members",
  claim_idempotency_key: "members",
  claim_message: "members",
  claim_undispatched: "service",
  create_api_key: "managers",
  create_merchant: "people",
  emit_due: "service",
  events_after: "members",
  finish_idempotency_key: "members",
  fulfil_order: "members",
  get_catalog: "members",
  handle_dead_letter: "operators, else 404",
  is_operator: "signed in",
  latest_event_seq: "members",
  load_turn: "members",
  message_context: "members",
  my_membership: "members",
  open_connection: "managers",
  pause_purchase: "managers",
  ping: "service",
  queue_messages: "members",
  receive_sms: "members",
  record_account_state: "managers",
  record_dead_letter: "service",
  record_dispatches: "service",
  record_inbox: "service",
  record_message_result: "members",
  record_refund: "members",
  record_turn: "members",
  refund_context: "members",
  release_idempotency_key: "members",
  remove_group: "managers",
  request_refund: "managers",
  resend_link: "members",
  reserve_number: "managers",
  resolve_account: "service",
  resolve_api_key: "service",
  resolve_number: "service",
  revoke_api_key: "managers",
  save_group: "managers",
  save_item: "managers",
  set_callback_status: "members",
  set_voicemail_status: "members",
  settle_number: "managers",
  start_call: "members",
  unknown_calls: "service",
  update_merchant: "managers",
};

/** Functions of every other schema of ours that may be called from outside: policies call these as the reader. */
export const INNER_FUNCTIONS: Record<string, "signed in"> = {
  "private.is_operator": "signed in",
  "private.my_merchant_ids": "signed in",
};

/** Every schema, and whether the API's roles may look into it. What is there beside ours is Supabase's. */
export const SCHEMAS: Record<string, "open" | "closed"> = {
  auth: "open",
  extensions: "open",
  private: "closed",
  public: "open",
  supabase_migrations: "closed",
};

export type Outcome = "done" | "not found" | "forbidden" | "no right";

/** What becomes of a call to a function with this rule. */
export function outcomeOf(rule: Rule, caller: Caller): Outcome {
  if (caller === "anonymous") return "no right";
  if ((rule === "service") !== (caller === "service")) return "no right";
  const machine = caller === "job" || caller === "key" || caller === "their machine";
  switch (rule) {
    case "service":
    case "signed in":
      return "done";
    case "people":
      return machine ? "forbidden" : "done";
    case "operators, else 403":
      return caller === "operator" ? "done" : "forbidden";
    case "operators, else 404":
      return caller === "operator" ? "done" : "not found";
    default:
      if (caller === "stranger" || caller === "their machine" || caller === "operator") return "not found";
      return rule === "managers" && caller === "staff" ? "forbidden" : "done";
  }
}
