import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../harness/database.ts";
import { fingerprint } from "../../harness/fingerprint.ts";
import { openParties, type Parties } from "./callers.ts";
import { callAs } from "./calling.ts";
import { CALLERS, FUNCTIONS, outcomeOf } from "./expectations.ts";
import { arrangementOf, sampleOf } from "./samples.ts";

let db: TestDatabase;
let parties: Parties;
beforeAll(async () => {
  db = await createTestDatabase();
  parties = await openParties(db);
}, 60_000);
afterAll(() => db?.close());

const NAMES = Object.keys(FUNCTIONS);

describe.each(NAMES)("%s", (name) => {
  const rule = FUNCTIONS[name] ?? "service";

  test.each(CALLERS)("called by: %s", async (caller) => {
    const { mine, callers } = parties;
    const call = { name, args: sampleOf(name, mine), arrangement: arrangementOf(name, mine) };
    const { outcome, changed } = await callAs(db, callers[caller], call);
    const expected = outcomeOf(rule, caller);
    expect(outcome).toBe(expected);
    if (expected !== "done") expect(changed).toEqual([]);
    // Else the refusals above would prove nothing: whoever may does change something with the same arguments.
    else expect(changed.length > 0).toBe(await isVolatile(name));
  });
});

async function isVolatile(name: string): Promise<boolean> {
  const [row] = await db.sql`select provolatile from pg_proc where oid = to_regproc(${`public.${name}`})`;
  return row?.provolatile === "v";
}

describe("over the API", () => {
  test.each(NAMES)("anonymous cannot call %s", async (name) => {
    const { status } = await parties.callers.anonymous.db.rpc(name, sampleOf(name, parties.mine));
    expect([401, 403, 404]).toContain(status);
  });

  const ofMerchants = NAMES.filter((name) => ["members", "managers"].includes(FUNCTIONS[name] ?? ""));

  test("another merchant is tried with every function that takes a merchant", async () => {
    const rows = await db.sql`select proname::text as name from pg_proc
      where pronamespace = 'public'::regnamespace and 'p_merchant' = any (proargnames) and proname <> 'record_inbox'`;
    expect(rows.map(({ name }) => name).sort()).toEqual(ofMerchants);
    expect(ofMerchants.filter((name) => !("p_merchant" in sampleOf(name, parties.mine)))).toEqual([]);
  });

  test.each(ofMerchants)(
    "%s: 404 for another merchant's owner and machines, nothing changes",
    async (name) => {
      const { mine, callers } = parties;
      const before = await fingerprint(db.sql);
      for (const caller of ["stranger", "their machine"] as const) {
        const { status, error } = await callers[caller].db.rpc(name, sampleOf(name, mine));
        expect([status, error?.code]).toEqual([404, "PT404"]);
      }
      expect(await fingerprint(db.sql)).toEqual(before);
    },
  );

  test.each(ofMerchants)(
    "%s: naming their own merchant and our ids reaches nothing of ours",
    async (name) => {
      const { mine, theirs, callers } = parties;
      const before = await fingerprint(db.sql, { merchant: mine.id });
      for (const caller of ["stranger", "their machine"] as const) {
        const { data } = await callers[caller].db.rpc(name, sampleOf(name, mine, theirs.id));
        // What they said themselves may come back to them.
        const said = JSON.stringify(sampleOf(name, mine));
        const ours = [mine.paid.id, mine.unpaid.id, mine.call.id, mine.intent, mine.number, mine.accountId];
        const shown = ours.filter((one) => JSON.stringify(data ?? null).includes(one) && !said.includes(one));
        expect(shown).toEqual([]);
      }
      expect(await fingerprint(db.sql, { merchant: mine.id })).toEqual(before);
    },
  );
});

test("the inner schema cannot be reached through the API", async () => {
  const headers = {
    apikey: db.keys.secretKey,
    "Content-Profile": "private",
    "Content-Type": "application/json",
  };
  const body = JSON.stringify({ p_merchant: parties.mine.id });
  const response = await fetch(`${db.api}/rest/v1/rpc/my_merchant_ids`, { method: "POST", headers, body });
  expect(response.status).toBeGreaterThanOrEqual(400);
});
