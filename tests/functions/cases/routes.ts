import { expect } from "vitest";
import * as accounts from "../../../functions/domain/accounts/contracts.ts";
import * as calls from "../../../functions/domain/calls/contracts.ts";
import * as catalogue from "../../../functions/domain/catalogue/contracts.ts";
import * as merchants from "../../../functions/domain/merchants/contracts.ts";
import { listMessagesContract } from "../../../functions/domain/messages/contracts.ts";
import * as numbers from "../../../functions/domain/numbers/contracts.ts";
import * as operations from "../../../functions/domain/operations/contracts.ts";
import * as orders from "../../../functions/domain/orders/contracts.ts";
import * as payments from "../../../functions/domain/payments/contracts.ts";
import { liveEventsContract } from "../../../functions/domain/realtime/contracts.ts";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import type { Foreign } from "../../harness/suites/foreign.ts";
import type { ApiRouteCase, Parts } from "../../harness/suites/route-bench.ts";
import * as some from "../../harness/suites/samples.ts";
import { connectStripe, newKey, type Shop } from "../../harness/suites/shop.ts";
import type { World } from "../../harness/suites/world.ts";
import { anOnboardingReturn, aRecording } from "../support/providers.ts";

const nothing = (): Parts => ({});
const badId = { field: "id", parts: { params: { id: "7" } } };
const badPages: NonNullable<ApiRouteCase["bad"]> = [
  { field: "limit", parts: { query: { limit: "0" } } },
  { field: "limit", parts: { query: { limit: "101" } } },
  { field: "limit", parts: { query: { limit: "many" } } },
  { field: "cursor", parts: { query: { cursor: "yesterday" } } },
];
const person = () => ({ email: `person-${uuidv7()}@example.com`, password: "a long password" });

/** Wrong values one by one in an otherwise working body. */
const wrong = (body: Record<string, unknown>, fields: Record<string, unknown>) =>
  Object.entries(fields).map(([field, value]) => ({
    field,
    parts: { body: { ...body, [field.split(".")[0] ?? ""]: value } },
  }));

const redirect = (to: RegExp) => async (response: Response) => {
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toMatch(to);
};

/** A person made through sign-up itself, so that the session is one of Supabase Auth. */
async function signedUp(world: Parameters<ApiRouteCase["arrange"]>[1]) {
  const body = person();
  const response = await world.send("/api/auth/signup", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { session } = (await response.json()) as { session: { refreshToken: string } };
  return { ...body, ...session };
}

const account: ApiRouteCase[] = [
  {
    contract: accounts.signUpContract,
    arrange: () => ({ body: person() }),
    bad: [
      ...wrong(person(), { email: "nobody", password: "short" }),
      { field: "email", parts: { body: {} } },
    ],
  },
  {
    contract: accounts.loginContract,
    async arrange(_shop, world) {
      const { email, password } = await signedUp(world);
      return { body: { email, password } };
    },
    bad: wrong(person(), { email: 7, password: "" }),
  },
  {
    contract: accounts.refreshContract,
    arrange: async (_shop, world) => ({ body: { refreshToken: (await signedUp(world)).refreshToken } }),
    bad: wrong({}, { refreshToken: "" }),
  },
  { contract: accounts.logoutContract, arrange: nothing, aloof: true },
  { contract: accounts.meContract, arrange: nothing },
];

const profile = {
  ...{ name: "Chez Lise", vertical: "restaurant", locale: "fr", timeZone: "America/Toronto", country: "CA" },
  taxes: [{ name: "TPS", ratePpm: 50_000 }],
};
const badProfile = {
  name: " ",
  vertical: "zoo",
  locale: "de",
  timeZone: "Mars/Olympus",
  currency: "btc",
  transferPhone: "555-0199",
  alertEmail: "lise",
  "taxes.0.ratePpm": [{ name: "TPS", ratePpm: -1 }],
};

const merchant: ApiRouteCase[] = [
  {
    contract: merchants.createMerchantContract,
    arrange: () => ({ body: profile }),
    bad: [...wrong(profile, badProfile), { field: "name", parts: { body: {} } }],
  },
  { contract: merchants.getMerchantContract, arrange: ({ id }) => ({ params: { id } }) },
  {
    contract: merchants.updateMerchantContract,
    arrange: ({ id }) => ({ params: { id }, body: { name: "Chez Lise", paymentExpiryMinutes: 90 } }),
    bad: wrong({}, { ...badProfile, paymentExpiryMinutes: 29 }),
  },
  { contract: merchants.onboardingContract, arrange: ({ id }) => ({ params: { id } }) },
  {
    contract: merchants.listKeysContract,
    async arrange(shop, world) {
      await newKey(world, shop, ["orders:read"]);
      return {};
    },
  },
  {
    contract: merchants.createKeyContract,
    arrange: () => ({ body: { name: "The till", scopes: ["orders:read", "orders:write"] } }),
    bad: wrong(
      { name: "The till", scopes: ["orders:read"] },
      { name: "", scopes: [], "scopes.0": ["everything"] },
    ),
  },
  {
    contract: merchants.revokeKeyContract,
    arrange: async (shop, world) => ({ params: { id: (await newKey(world, shop, ["orders:read"])).id } }),
    bad: [badId],
  },
];

const number: ApiRouteCase[] = [
  { contract: numbers.listNumbersContract, arrange: nothing },
  {
    contract: numbers.availableNumbersContract,
    arrange: () => ({ query: { country: "CA", areaCode: "514" } }),
    bad: [
      { field: "country", parts: { query: { country: "FR" } } },
      { field: "areaCode", parts: { query: { areaCode: "5" } } },
      { field: "contains", parts: { query: { contains: "pizza" } } },
    ],
  },
  {
    contract: numbers.allocateNumberContract,
    arrange: () => ({ body: { country: "CA" } }),
    bad: wrong({}, { country: "FR", areaCode: 514, contains: "1", phoneNumber: "514 555 0100" }),
  },
];

/** Another's page ends where ours has not begun. */
const foreignCursor: Foreign = {
  async parts(theirs, world, own) {
    const { id } = await some.anOrder(world, theirs);
    return { ...own, query: { ...own.query, cursor: id } };
  },
  answer: 200,
};
const foreignQuery = (
  field: string,
  make: (world: World, shop: Shop) => Promise<{ id: string }>,
): Foreign => ({
  parts: async (theirs, world, own) => ({
    ...own,
    query: { ...own.query, [field]: (await make(world, theirs)).id },
  }),
  answer: 200,
});
const foreignGroups: Foreign = {
  async parts(theirs, world, own) {
    const { id } = await some.aGroup(world, theirs);
    return { ...own, body: { ...(own.body as object), groupIds: [id] } };
  },
  answer: 400,
};
/** A choice that is not the group's own is a new one. */
const foreignChoices = (answer: 200 | 201): Foreign => ({
  async parts(theirs, world, own) {
    const { choice } = await some.aGroup(world, theirs);
    return { ...own, body: { ...(own.body as object), choices: [{ id: choice, name: "Stolen" }] } };
  },
  answer,
});

const item = { name: "Poutine", priceCents: 950, category: "Classics", aliases: ["putine"] };
const badItem = {
  name: "",
  priceCents: 9.5,
  aliases: "putine",
  groupIds: ["g1"],
  "translations.fr": { fr: "" },
};
const group = {
  name: "Size",
  kind: "one",
  required: true,
  choices: [{ name: "Small" }, { name: "Large", priceCents: 200 }],
};
const badGroup = { name: 7, kind: "some", maxChoices: 0, choices: [], "choices.0.name": [{ name: "" }] };

const menu: ApiRouteCase[] = [
  {
    contract: catalogue.getCatalogueContract,
    async arrange(shop, world) {
      await some.anItem(world, shop);
      await some.aGroup(world, shop);
      return {};
    },
  },
  {
    contract: catalogue.createItemContract,
    arrange: () => ({ body: item }),
    foreign: { groupIds: foreignGroups },
    bad: [
      ...wrong(item, { ...badItem, "groupIds.0": ["g1"] }).filter(({ field }) => field !== "groupIds"),
      { field: "groupIds", parts: { body: { ...item, groupIds: [uuidv7()] } } },
      { field: "priceCents", parts: { body: { name: "Poutine" } } },
    ],
  },
  {
    contract: catalogue.updateItemContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.anItem(world, shop)),
      body: { priceCents: 1050 },
    }),
    bad: wrong({}, { name: "", priceCents: -1, available: "yes" }),
    foreign: { groupIds: foreignGroups },
  },
  {
    contract: catalogue.removeItemContract,
    arrange: async (shop, world) => ({ params: await idOf(some.anItem(world, shop)) }),
  },
  {
    contract: catalogue.createGroupContract,
    arrange: () => ({ body: group }),
    bad: wrong(group, badGroup),
    foreign: { "choices.id": foreignChoices(201) },
  },
  {
    contract: catalogue.updateGroupContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aGroup(world, shop)),
      body: { name: "How big" },
    }),
    bad: wrong({}, badGroup),
    foreign: { "choices.id": foreignChoices(200) },
  },
  {
    contract: catalogue.removeGroupContract,
    arrange: async (shop, world) => ({ params: await idOf(some.aGroup(world, shop)) }),
  },
];

const idOf = async (made: Promise<{ id: string }>) => ({ id: (await made).id });

/** A list with at least one row of the shop's in it, and nothing of anybody else's. */
const listOf = (
  contract: ApiRouteCase["contract"],
  make: (...args: [...Parameters<ApiRouteCase["arrange"]>]) => Promise<unknown>,
): ApiRouteCase => ({
  contract,
  async arrange(shop, world) {
    await make(shop, world);
    return { query: { limit: "10" } };
  },
  bad: badPages,
  foreign: { cursor: foreignCursor },
});

const telephony: ApiRouteCase[] = [
  listOf(calls.listCallsContract, (shop, world) => some.aCall(world, shop, 1)),
  {
    contract: calls.getCallContract,
    async arrange(shop, world) {
      return { params: { id: (await some.aVoicemail(world, shop)).call } };
    },
    bad: [badId],
  },
  listOf(calls.listCallbacksContract, (shop, world) => some.aCallback(world, shop)),
  {
    contract: calls.updateCallbackContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aCallback(world, shop)),
      body: { status: "done" },
    }),
    bad: [...wrong({}, { status: "maybe" }), badId],
  },
  listOf(calls.listVoicemailsContract, (shop, world) => some.aVoicemail(world, shop)),
  {
    contract: calls.updateVoicemailContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aVoicemail(world, shop)),
      body: { status: "heard" },
    }),
    bad: [...wrong({}, { status: 1 }), badId],
  },
  {
    contract: calls.voicemailAudioContract,
    arrange: async (shop, world) => ({
      params: await idOf(some.aVoicemail(world, shop, await aRecording(world))),
    }),
    bad: [badId],
    async answers(response) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("audio/mpeg");
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
    },
  },
  {
    ...listOf(listMessagesContract, (shop, world) => some.aMessage(world, shop)),
    foreign: {
      cursor: foreignCursor,
      orderId: foreignQuery("orderId", some.anOrder),
      callId: foreignQuery("callId", some.aCall),
    },
  },
];

const withOrder =
  (status: string, body: unknown = {}): ApiRouteCase["arrange"] =>
  async (shop, world) => ({
    params: await idOf(some.anOrder(world, shop, status)),
    body,
  });

const order: ApiRouteCase[] = [
  {
    ...listOf(orders.listOrdersContract, (shop, world) => some.anOrder(world, shop)),
    bad: [...badPages, { field: "status", parts: { query: { status: "lost" } } }],
  },
  { contract: orders.getOrderContract, arrange: withOrder("paid"), bad: [badId] },
  {
    contract: orders.refundOrderContract,
    arrange: withOrder("paid", { amountCents: 300, reason: "cold" }),
    bad: [
      ...wrong({}, { amountCents: 0, reason: "x".repeat(301) }),
      ...wrong({}, { amountCents: 1151 }),
      badId,
    ],
  },
  {
    contract: orders.cancelOrderContract,
    arrange: withOrder("awaiting_payment", { reason: "closed" }),
    bad: [...wrong({}, { reason: 7 }), badId],
  },
  { contract: orders.fulfilOrderContract, arrange: withOrder("paid"), bad: [badId] },
  { contract: orders.resendLinkContract, arrange: withOrder("awaiting_payment"), bad: [badId] },
];

const money: ApiRouteCase[] = [
  {
    contract: payments.paymentsConnectContract,
    async arrange(shop, world) {
      await connectStripe(world, shop);
      return { body: { provider: "stripe" } };
    },
    bad: wrong({}, { provider: "paypal" }),
  },
  { contract: payments.paymentsStatusContract, arrange: nothing },
  {
    contract: payments.paymentsReturnContract,
    arrange: (shop, world) => anOnboardingReturn(world, shop),
    answers: redirect(/\/onboarding\/payments\?stripe=returned$/),
  },
  {
    contract: payments.paymentsRefreshContract,
    arrange: (shop, world) => anOnboardingReturn(world, shop),
    answers: redirect(/\/_sandbox\/connect\//),
  },
];

const operation: ApiRouteCase[] = [
  {
    contract: liveEventsContract,
    arrange: ({ id }) => ({ params: { merchant: id } }),
    async answers(response) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/event-stream");
      expect(response.headers.get("cache-control")).toContain("no-store");
      await response.body?.cancel();
    },
  },
  { contract: operations.healthContract, arrange: nothing },
  { contract: operations.publicConfigContract, arrange: nothing },
  { contract: operations.migrationsStatusContract, arrange: nothing },
  {
    contract: operations.listDeadLettersContract,
    async arrange(shop, world) {
      await some.aDeadLetter(world, shop, "send-sms", { messageId: uuidv7() });
      return {};
    },
    bad: [...badPages, { field: "status", parts: { query: { status: "lost" } } }],
  },
  ...[operations.retryDeadLetterContract, operations.discardDeadLetterContract].map((contract) => ({
    contract,
    arrange: async (...[shop, world]: Parameters<ApiRouteCase["arrange"]>) => ({
      params: await idOf(some.aDeadLetter(world, shop, "send-sms", { messageId: uuidv7() })),
    }),
    bad: [badId],
  })),
];

/** One for each operation of the API. */
export const routeCases = [
  ...account,
  ...merchant,
  ...number,
  ...menu,
  ...telephony,
  ...order,
  ...money,
  ...operation,
];
