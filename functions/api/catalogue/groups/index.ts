import { createGroupContract } from "../../../domain/catalogue/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { catalogueStore } from "../../../store/catalogue.ts";

export const createGroups = (resolve: () => object) =>
  apiRoute(createGroupContract, resolve, (_deps, { db, merchant }, { body }) =>
    catalogueStore(db, merchant.merchantId).saveGroup(null, body),
  );

export default createGroups(() => ({}));
