import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { listKeysContract, merchant } from "../../functions/domain/merchants/contracts.ts";
import { rpc } from "../../functions/platform/database.ts";
import { serviceDatabase } from "../../functions/platform/service-role.ts";
import {
  apiKeyStore,
  createMerchant,
  getMerchant,
  memberships,
  setupFacts,
  updateMerchant,
} from "../../functions/store/merchants.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { openShop, PROFILE, person, ring, type Shop, turnRecord } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const service = () => serviceDatabase({ supabase: { url: db.api, ...db.keys } }, "req-1");
const membership = (who: Shop["owner"], id: string | null = null) =>
  rpc<Record<string, unknown>>(who.db, "my_membership", { p_merchant: id });

describe("a merchant", () => {
  test("belongs to whoever created it", async () => {
    const ann = await person(db);
    const created = await createMerchant(ann.db, PROFILE);
    fits(merchant, created);
    expect(created).toMatchObject({
      ...PROFILE,
      transferPhone: null,
      paymentExpiryMinutes: 60,
      status: "active",
    });
    expect(await membership(ann)).toMatchObject({ merchantId: created.id, role: "owner", locale: "en" });
    expect(await memberships(ann.db)).toEqual([
      { merchantId: created.id, role: "owner", userId: ann.id, name: PROFILE.name, locale: "en" },
    ]);
  });

  test("is not created by a machine", () => refused(createMerchant(shop.jobs, PROFILE), "forbidden"));

  test("changes only what is named, and may forget what is null", async () => {
    const before = await updateMerchant(shop.owner.db, shop.id, { transferPhone: "+15145550111" });
    const after = await updateMerchant(shop.owner.db, shop.id, {
      transferPhone: null,
      taxes: [],
      locale: "fr",
    });
    expect(after).toEqual({ ...before, transferPhone: null, taxes: [], locale: "fr" });
    fits(merchant, after);
  });

  test("is changed by owner and admin, by staff not, and for strangers it is not there", async () => {
    const admin = await person(db);
    await db.sql`insert into memberships values (${shop.id}, ${admin.id}, 'admin')`;
    await updateMerchant(admin.db, shop.id, { hoursText: "9 to 5" });
    await refused(updateMerchant(shop.staff.db, shop.id, { hoursText: "never" }), "forbidden");
    const stranger = await person(db);
    await refused(updateMerchant(stranger.db, shop.id, { hoursText: "never" }), "not_found");
    await refused(getMerchant(stranger.db, shop.id), "not_found");
    expect((await getMerchant(shop.staff.db, shop.id)).hoursText).toBe("9 to 5");
  });

  test("leaves a trace of who changed what, without what did not change", async () => {
    await updateMerchant(shop.owner.db, shop.id, { name: "Traced" });
    await updateMerchant(shop.owner.db, shop.id, { name: "Traced" });
    const rows = await shop.owner.db.from("audit_log").select().eq("subject_id", shop.id).order("id");
    expect(rows.data?.filter(({ after }) => after.name === "Traced")).toHaveLength(1);
    expect(rows.data?.at(-1)).toMatchObject({
      ...{ actor: `user:${shop.owner.id}`, action: "update", request_id: "test-request" },
    });
  });
});

describe("which merchant is meant", () => {
  test("must be said by who belongs to several, and be one of theirs", async () => {
    const ann = await person(db);
    await refused(membership(ann), "not_found");
    const [one, two] = [await createMerchant(ann.db, PROFILE), await createMerchant(ann.db, PROFILE)];
    await refused(membership(ann), "invalid_request");
    expect(await membership(ann, two.id)).toMatchObject({ merchantId: two.id });
    expect(await membership(ann, one.id)).toMatchObject({ merchantId: one.id });
    await refused(membership(ann, shop.id), "not_found");
  });

  test("goes without saying for a machine", async () => {
    expect(await rpc(shop.jobs, "my_membership")).toMatchObject({ merchantId: shop.id, role: "admin" });
  });
});

describe("API keys", () => {
  const keys = () => apiKeyStore(shop.owner.db, shop.id);
  const fresh = (hash: string) => ({ name: "Till", prefix: "cw_live_ab", hash, scopes: ["orders:read"] });

  test("are known by their hash until they are revoked", async () => {
    const key = await keys().create(fresh("hash-1"));
    expect(await service().resolveApiKey("hash-1")).toEqual({
      id: key.id,
      merchantId: shop.id,
      scopes: key.scopes,
    });
    expect(await service().resolveApiKey("hash-2")).toBeNull();
    const [listed] = await keys().list();
    expect(listed?.lastUsedAt).not.toBeNull();
    const revoked = await keys().revoke(key.id);
    expect(await keys().revoke(key.id)).toEqual(revoked);
    expect(await service().resolveApiKey("hash-1")).toBeNull();
    fits(listKeysContract.response as z.ZodType, { items: await keys().list() });
  });

  test("of a merchant that is closed open nothing", async () => {
    const other = await openShop(db);
    await apiKeyStore(other.owner.db, other.id).create(fresh("hash-closed"));
    await db.sql`update merchants set status = 'inactive' where id = ${other.id}`;
    expect(await service().resolveApiKey("hash-closed")).toBeNull();
  });

  test("are not staff's to make, nor another's to revoke; the same hash is taken once", async () => {
    const key = await keys().create(fresh("hash-3"));
    await refused(apiKeyStore(shop.staff.db, shop.id).create(fresh("hash-4")), "forbidden");
    const other = await openShop(db);
    await refused(apiKeyStore(other.owner.db, other.id).revoke(key.id), "not_found");
    await refused(keys().create(fresh("hash-3")), "conflict");
  });

  test("leave no hash in the audit log", async () => {
    const rows = await db.sql`select 1 from audit_log where (before::text || after::text) like '%hash-%'`;
    expect(rows).toHaveLength(0);
  });
});

describe("operators", () => {
  test("are who the installation says, and never a machine", async () => {
    const ann = await person(db);
    await db.sql`insert into operators (user_id) values (${ann.id})`;
    expect(await rpc(ann.db, "is_operator")).toBe(true);
    expect(await rpc(shop.owner.db, "is_operator")).toBe(false);
    expect(await rpc(shop.jobs, "is_operator")).toBe(false);
  });
});

test("what is set up is derived from what there is", async () => {
  const ann = await person(db);
  const { id } = await createMerchant(ann.db, PROFILE);
  const nothing = { menu: false, number: false, payments: false, tried: false };
  expect(await setupFacts(ann.db, id)).toEqual(nothing);
  expect(await setupFacts(shop.owner.db, shop.id)).toEqual({ ...nothing, number: true, payments: true });
  const { callSid } = await ring(shop);
  await shop.calls.turns.record(callSid, 1, turnRecord(1));
  await rpc(shop.owner.db, "save_item", {
    p_merchant: shop.id,
    p_id: null,
    p_fields: { name: "Tea", priceCents: 1 },
  });
  expect(await setupFacts(shop.owner.db, shop.id)).toEqual({
    menu: true,
    number: true,
    payments: true,
    tried: true,
  });
});
