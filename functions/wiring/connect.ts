import type { ConnectPorts } from "../domain/payments/connect.ts";
import { type Database, merchantDatabase } from "../platform/database.ts";
import type { Env } from "../platform/env.ts";
import { createLinkStates, type LinkState } from "../platform/tokens.ts";
import { paymentStore } from "../store/payments.ts";
import { dispatcherFor } from "./dispatch.ts";
import { stripeClientFor } from "./payments.ts";

const PURPOSE = "payments-connect";
const LINK_SECONDS = 2 * 60 * 60;

export const connectPortsFor = (
  env: Env,
  db: Database,
  merchantId: string,
  requestId: string,
): ConnectPorts => ({
  ...paymentStore(db, merchantId),
  provider: stripeClientFor(env, requestId),
  dispatch: dispatcherFor(env, requestId).dispatch,
});

/** Stripe sends people back without their session: a signed state says for which merchant. */
export function connectLinks(env: Env) {
  const states = createLinkStates(env.secretsKey);
  const at = (where: string, state: string) =>
    `${env.publicBaseUrl}/api/config/payments/connect/${where}?state=${encodeURIComponent(state)}`;
  return {
    async make(merchantId: string) {
      const state = await states.sign(PURPOSE, { merchantId }, LINK_SECONDS);
      return { returnUrl: at("return", state), refreshUrl: at("refresh", state) };
    },
    /** @throws AppError invalid_request when it is not ours or too old */
    read: (state: string): Promise<LinkState> => states.verify(PURPOSE, state),
  };
}

/** Acting for the merchant whom a signed state names. */
export const connectDatabase = (env: Env, merchantId: string, requestId: string): Promise<Database> =>
  merchantDatabase(env, merchantId, "webhook:payments-connect", requestId);

/** Where the wizard goes on; `how` tells the page what to say. */
export const backToApp = (env: Env, how: "returned" | "expired"): Response =>
  new Response(null, {
    status: 302,
    headers: { location: `${env.webBaseUrl}/onboarding/payments?stripe=${how}` },
  });
