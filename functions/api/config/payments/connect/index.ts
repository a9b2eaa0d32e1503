import { beginConnecting } from "../../../../domain/payments/connect.ts";
import { paymentsConnectContract } from "../../../../domain/payments/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { type Env, readEnv } from "../../../../platform/env.ts";
import { getMerchant } from "../../../../store/merchants.ts";
import { connectLinks, connectPortsFor } from "../../../../wiring/connect.ts";

export const createPaymentsConnect = (resolve: () => { env: Env }) =>
  apiRoute(paymentsConnectContract, resolve, async ({ env }, { db, merchant, requestId }) => {
    const { id, name, country, alertEmail } = await getMerchant(db, merchant.merchantId);
    const ports = connectPortsFor(env, db, id, requestId);
    const links = await connectLinks(env).make(id);
    return { url: await beginConnecting(ports, { id, name, country, email: alertEmail }, links) };
  });

export default createPaymentsConnect(() => ({ env: readEnv() }));
