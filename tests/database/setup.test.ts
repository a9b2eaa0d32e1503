import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { phoneNumber } from "../../functions/domain/numbers/contracts.ts";
import { serviceDatabase } from "../../functions/platform/service-role.ts";
import { createMerchant } from "../../functions/store/merchants.ts";
import { numberStore } from "../../functions/store/numbers.ts";
import { paymentStore } from "../../functions/store/payments.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { fits, refused } from "./support/expectations.ts";
import { paymentEvent } from "./support/money.ts";
import { e164, openShop, PROFILE, person, type Shop, types } from "./support/shop.ts";

let db: TestDatabase;
let shop: Shop;

beforeAll(async () => {
  db = await createTestDatabase();
  shop = await openShop(db);
});
afterAll(() => db?.close());

const service = () => serviceDatabase({ supabase: { url: db.api, ...db.keys } }, "req-1");

/** A merchant with nothing set up. */
async function newcomer() {
  const owner = await person(db);
  const { id } = await createMerchant(owner.db, PROFILE);
  return { id, owner, numbers: numberStore(owner.db, id), payments: paymentStore(owner.db, id) };
}

describe("a number", () => {
  test("asked for twice is bought once", async () => {
    const { numbers } = await newcomer();
    const asked = await Promise.all([1, 2, 3].map(() => numbers.reserve({ country: "CA", areaCode: "514" })));
    expect(new Set(asked.map(({ number }) => number.id)).size).toBe(1);
    expect(asked.flatMap(({ events }) => types(events))).toEqual(["number.requested"]);
    const again = await numbers.reserve({ country: "US" });
    expect(again.events).toEqual([]);
    const { wish } = await numbers.begin(again.number.id);
    expect(wish).toEqual({ country: "CA", areaCode: "514" });
  });

  test("is bought by one at a time, and whoever goes on knows that somebody was there before", async () => {
    const { numbers, id } = await newcomer();
    const { number } = await numbers.reserve({ country: "CA" });
    const begun = await Promise.all([1, 2, 3].map(() => numbers.begin(number.id)));
    expect(begun.filter(({ mine }) => mine)).toMatchObject([{ again: false }]);
    await numbers.pause(number.id);
    expect(await numbers.begin(number.id)).toMatchObject({ mine: true, again: true });
    // Whoever was at it has died.
    await db.sql`update phone_numbers set buying_until = now() - interval '1 second' where merchant_id = ${id}`;
    expect(await numbers.begin(number.id)).toMatchObject({ mine: true, again: true });
    await numbers.settle(number.id, { number: e164(), providerId: "PN9" });
    await numbers.pause(number.id);
    expect(await numbers.begin(number.id)).toMatchObject({ mine: false, number: { status: "active" } });
  });

  test("is settled once: the first word counts", async () => {
    const { numbers, id } = await newcomer();
    const { number } = await numbers.reserve({ country: "CA" });
    const bought = { number: e164(), providerId: "PN2" };
    const settled = await numbers.settle(number.id, bought);
    fits(phoneNumber, settled.number);
    expect(types(settled.events)).toEqual(["number.active"]);
    const late = await numbers.settle(number.id, { error: "gone" });
    expect(late).toEqual({ number: settled.number, events: [] });
    expect(await service().resolveNumber(bought.number)).toEqual({
      merchantId: id,
      phoneNumberId: number.id,
      status: "active",
    });
    fits(z.array(phoneNumber), await numbers.list());
  });

  test("that could not be bought says why, and another may be asked for", async () => {
    const { numbers } = await newcomer();
    const { number } = await numbers.reserve({ country: "CA" });
    const failed = await numbers.settle(number.id, { error: "None free." });
    expect(failed.number).toMatchObject({ status: "failed", error: "None free." });
    expect((await numbers.reserve({ country: "CA" })).number.id).not.toBe(number.id);
  });

  test("is one merchant's only", async () => {
    const { numbers } = await newcomer();
    const { number } = await numbers.reserve({ country: "CA" });
    await refused(numbers.settle(number.id, { number: shop.number, providerId: "PN3" }), "conflict");
    const theirs = numberStore(shop.owner.db, shop.id);
    await refused(theirs.settle(number.id, { error: "mine" }), "not_found");
    expect(await service().resolveNumber("+15140000000")).toBeNull();
  });
});

describe("an account", () => {
  const account = (accountId: string, rest: object = {}) => ({
    ...{ accountId, chargesEnabled: false, payoutsEnabled: false, detailsSubmitted: false },
    ...{ requirementsDue: [], disabledReason: null },
    ...rest,
  });
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

  async function connected() {
    const merchant = await newcomer();
    const accountId = `acct_${randomUUID()}`;
    await merchant.payments.open(accountId);
    const tell = (second: number, rest: object) =>
      merchant.payments.recordState(account(accountId, rest), at(second));
    return { ...merchant, accountId, tell };
  }

  test("opened twice at once is the first one", async () => {
    const { payments } = await newcomer();
    const ids = [1, 2, 3].map(() => `acct_${randomUUID()}`);
    expect(new Set(await Promise.all(ids.map((id) => payments.open(id)))).size).toBe(1);
    expect(await payments.connection()).toMatchObject({ status: "pending", chargesEnabled: false });
  });

  test("of one merchant is not another's", async () => {
    const { payments } = await newcomer();
    await refused(payments.open(shop.accountId), "conflict");
    expect(await service().resolveAccount("stripe", shop.accountId)).toEqual({ merchantId: shop.id });
    expect(await service().resolveAccount("stripe", "acct_none")).toBeNull();
  });

  test("moves as the provider says, and tells only what is new", async () => {
    const { tell, payments } = await connected();
    expect(await tell(1, {})).toEqual([]);
    expect(types(await tell(2, { detailsSubmitted: true, requirementsDue: ["id"] }))).toEqual([
      "payments.updated",
    ]);
    expect(await payments.connection()).toMatchObject({ status: "restricted", requirementsDue: ["id"] });
    expect(types(await tell(3, { detailsSubmitted: true, chargesEnabled: true }))).toEqual([
      "payments.updated",
    ]);
    expect(await payments.connection()).toMatchObject({
      status: "active",
      chargesEnabled: true,
      requirementsDue: [],
    });
  });

  test("ignores older news, and takes the later of two within a second", async () => {
    const { tell, payments } = await connected();
    await tell(5, { detailsSubmitted: true });
    expect(await tell(4, { chargesEnabled: true })).toEqual([]);
    await tell(5, { detailsSubmitted: true, chargesEnabled: true });
    expect(await payments.connection()).toMatchObject({ status: "active" });
  });

  test("of somebody else's id is nobody's news", async () => {
    const { payments } = await connected();
    expect(await payments.recordState(account("acct_other", { chargesEnabled: true }), at(9))).toEqual([]);
    expect(await payments.connection()).toMatchObject({ status: "pending" });
  });

  test("that was disconnected stays so, until a new one is opened", async () => {
    const { tell, payments, accountId, id, owner } = await connected();
    await tell(1, { chargesEnabled: true });
    const gone = {
      ...paymentEvent(shop, "account_deauthorized", {}),
      accountId,
      occurredAt: at(2).toISOString(),
    };
    const { events } = await payments.checkout.apply(gone);
    expect(types(events)).toEqual(["payments.updated"]);
    expect(await tell(3, { chargesEnabled: true })).toEqual([]);
    expect(await payments.connection()).toMatchObject({ status: "revoked", chargesEnabled: false });
    expect(await payments.open("acct_new")).toBe("acct_new");
    expect(await payments.open("acct_third")).toBe("acct_new");
    await paymentStore(owner.db, id).recordState(account("acct_new", { chargesEnabled: true }), at(1));
    expect(await payments.connection()).toMatchObject({ status: "active", accountId: "acct_new" });
  });
});
