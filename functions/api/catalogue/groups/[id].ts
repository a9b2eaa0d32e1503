import { removeGroupContract, updateGroupContract } from "../../../domain/catalogue/contracts.ts";
import { apiRoute, methods } from "../../../platform/api-route.ts";
import { catalogueStore } from "../../../store/catalogue.ts";

export const createGroup = (resolve: () => object) =>
  methods(
    apiRoute(updateGroupContract, resolve, (_deps, { db, merchant }, { params, body }) =>
      catalogueStore(db, merchant.merchantId).saveGroup(params.id, body),
    ),
    apiRoute(removeGroupContract, resolve, async (_deps, { db, merchant }, { params }) => ({
      id: await catalogueStore(db, merchant.merchantId).removeGroup(params.id),
    })),
  );

export default createGroup(() => ({}));
