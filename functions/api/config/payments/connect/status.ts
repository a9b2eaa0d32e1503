import { refreshAccount } from "../../../../domain/payments/connect.ts";
import { paymentsStatusContract } from "../../../../domain/payments/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { type Env, readEnv } from "../../../../platform/env.ts";
import { errorProperties } from "../../../../platform/log.ts";
import { paymentStore } from "../../../../store/payments.ts";
import { connectPortsFor } from "../../../../wiring/connect.ts";

const NONE = {
  status: "not_connected",
  accountId: null,
  chargesEnabled: false,
  payoutsEnabled: false,
  requirementsDue: [],
} as const;

/** While the account is not active Stripe is asked anew; when it does not answer, what is known is shown. */
export const createPaymentsStatus = (resolve: () => { env: Env }) =>
  apiRoute(paymentsStatusContract, resolve, async ({ env }, { db, merchant, requestId, now, log }) => {
    const store = paymentStore(db, merchant.merchantId);
    const known = await store.connection();
    if (!known) return { provider: "stripe" as const, ...NONE, requirementsDue: [] };
    const unsettled = known.status === "pending" || known.status === "restricted";
    if (unsettled && merchant.role !== "staff") {
      const ports = connectPortsFor(env, db, merchant.merchantId, requestId);
      await refreshAccount(ports, known.accountId, now).catch((error) =>
        log.warn("stripe was not asked", errorProperties(error)),
      );
    }
    return { provider: "stripe" as const, ...((await store.connection()) ?? known) };
  });

export default createPaymentsStatus(() => ({ env: readEnv() }));
