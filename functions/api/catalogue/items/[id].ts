import { removeItemContract, updateItemContract } from "../../../domain/catalogue/contracts.ts";
import { apiRoute, methods } from "../../../platform/api-route.ts";
import { catalogueStore } from "../../../store/catalogue.ts";

export const createItem = (resolve: () => object) =>
  methods(
    apiRoute(updateItemContract, resolve, (_deps, { db, merchant }, { params, body }) =>
      catalogueStore(db, merchant.merchantId).saveItem(params.id, body),
    ),
    apiRoute(removeItemContract, resolve, (_deps, { db, merchant }, { params }) =>
      catalogueStore(db, merchant.merchantId).removeItem(params.id),
    ),
  );

export default createItem(() => ({}));
