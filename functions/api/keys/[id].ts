import { revokeKeyContract } from "../../domain/merchants/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { apiKeyStore } from "../../store/merchants.ts";

type Scope = (typeof revokeKeyContract)["response"]["_output"]["scopes"][number];

export const createKeysRevoke = (resolve: () => object) =>
  apiRoute(revokeKeyContract, resolve, async (_deps, { db, merchant }, { params }) => {
    const revoked = await apiKeyStore(db, merchant.merchantId).revoke(params.id);
    return { ...revoked, scopes: revoked.scopes as Scope[] };
  });

export default createKeysRevoke(() => ({}));
