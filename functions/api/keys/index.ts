import { createKeyContract, listKeysContract } from "../../domain/merchants/contracts.ts";
import { apiRoute, methods } from "../../platform/api-route.ts";
import { newApiKey } from "../../platform/secrets.ts";
import { type ApiKeyView, apiKeyStore } from "../../store/merchants.ts";

type Scope = (typeof createKeyContract)["body"]["_output"]["scopes"][number];
const present = (key: ApiKeyView) => ({ ...key, scopes: key.scopes as Scope[] });

export const createKeys = (resolve: () => object) =>
  methods(
    apiRoute(listKeysContract, resolve, async (_deps, { db, merchant }) => ({
      items: (await apiKeyStore(db, merchant.merchantId).list()).map(present),
    })),
    apiRoute(createKeyContract, resolve, async (_deps, { db, merchant }, { body }) => {
      const { key, hash, prefix } = await newApiKey();
      const created = await apiKeyStore(db, merchant.merchantId).create({ ...body, hash, prefix });
      return { ...present(created), secret: key };
    }),
  );

export default createKeys(() => ({}));
