import { paymentsRefreshContract } from "../../../../domain/payments/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { type Env, readEnv } from "../../../../platform/env.ts";
import { backToApp, connectDatabase, connectLinks, connectPortsFor } from "../../../../wiring/connect.ts";

/** An onboarding link works once and for minutes: whoever comes with a used one gets a new one at once. */
export const createPaymentsRefresh = (resolve: () => { env: Env }) =>
  apiRoute(paymentsRefreshContract, resolve, async ({ env }, { requestId }, { query }) => {
    const { merchantId } = await connectLinks(env).read(query.state);
    const db = await connectDatabase(env, merchantId, requestId);
    const { connection, provider } = connectPortsFor(env, db, merchantId, requestId);
    const known = await connection();
    if (!known) return backToApp(env, "expired");
    const { url } = await provider.accountLink({
      accountId: known.accountId,
      ...(await connectLinks(env).make(merchantId)),
    });
    return new Response(null, { status: 302, headers: { location: url } });
  });

export default createPaymentsRefresh(() => ({ env: readEnv() }));
