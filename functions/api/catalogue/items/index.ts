import { createItemContract } from "../../../domain/catalogue/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { catalogueStore } from "../../../store/catalogue.ts";

export const createItems = (resolve: () => object) =>
  apiRoute(createItemContract, resolve, (_deps, { db, merchant }, { body }) =>
    catalogueStore(db, merchant.merchantId).saveItem(null, body),
  );

export default createItems(() => ({}));
