import { refreshAccount } from "../../../../domain/payments/connect.ts";
import { paymentsReturnContract } from "../../../../domain/payments/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { type Env, readEnv } from "../../../../platform/env.ts";
import { errorProperties } from "../../../../platform/log.ts";
import { backToApp, connectDatabase, connectLinks, connectPortsFor } from "../../../../wiring/connect.ts";

/** The person comes back from Stripe, finished or not: we ask Stripe which, and lead on to the wizard. */
export const createPaymentsReturn = (resolve: () => { env: Env }) =>
  apiRoute(paymentsReturnContract, resolve, async ({ env }, { requestId, now, log }, { query }) => {
    const { merchantId } = await connectLinks(env).read(query.state);
    const db = await connectDatabase(env, merchantId, requestId);
    const ports = connectPortsFor(env, db, merchantId, requestId);
    const known = await ports.connection();
    // Stripe's own event brings the same news: whoever comes back must not meet an error page.
    if (known)
      await refreshAccount(ports, known.accountId, now).catch((error) =>
        log.warn("stripe was not asked", errorProperties(error)),
      );
    return backToApp(env, "returned");
  });

export default createPaymentsReturn(() => ({ env: readEnv() }));
