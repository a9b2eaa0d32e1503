import { getCatalogueContract } from "../../domain/catalogue/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { catalogueStore } from "../../store/catalogue.ts";

export const createCatalogue = (resolve: () => object) =>
  apiRoute(getCatalogueContract, resolve, (_deps, { db, merchant }) =>
    catalogueStore(db, merchant.merchantId).all(),
  );

export default createCatalogue(() => ({}));
