import * as accounts from "../../../../functions/domain/accounts/contracts.ts";
import * as merchants from "../../../../functions/domain/merchants/contracts.ts";
import * as numbers from "../../../../functions/domain/numbers/contracts.ts";
import { uuidv7 } from "../../../../functions/platform/ids.ts";
import type { ApiRouteCase } from "../../../harness/suites/route-bench.ts";
import { newKey } from "../../../harness/suites/shop.ts";
import { badId, nothing, wrong } from "./parts.ts";

const person = () => ({ email: `person-${uuidv7()}@example.com`, password: "a long password" });

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

export const account: ApiRouteCase[] = [
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

export const merchant: ApiRouteCase[] = [
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

export const number: ApiRouteCase[] = [
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
