import { refreshContract } from "../../../functions/domain/accounts/contracts.ts";
import { createClient } from "./client.ts";
import { createMerchantChoice } from "./merchant.ts";
import { createTokens } from "./refresh.ts";
import { createSessionStore, type Lock } from "./session.ts";

/** Tabs take turns through Web Locks; an insecure origin has none, and there one tab at a time is assumed. */
const lock: Lock = async (work) =>
  "locks" in navigator ? await navigator.locks.request("callwaiting.session", work) : await work();

export const session = createSessionStore(localStorage);
export const merchantChoice = createMerchantChoice(localStorage);

addEventListener("storage", () => session.reload());

/** Works where `crypto.randomUUID` does not exist: plain http on another machine of the network. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const shared = {
  origin: location.origin,
  fetch: fetch.bind(globalThis),
  merchantId: merchantChoice.get,
  newId,
};

/** Refreshing needs no token, so it has a client of its own that never asks for one. */
const anonymous = createClient({
  ...shared,
  tokens: { current: async () => null, renew: async () => null },
});

export const tokens = createTokens({
  store: session,
  trade: (refreshToken) => anonymous.call(refreshContract, { body: { refreshToken } }),
  lock,
  nowSeconds: () => Date.now() / 1000,
});

export const { call, open } = createClient({ ...shared, tokens });
