import { createMerchantContract } from "../../domain/merchants/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { createMerchant } from "../../store/merchants.ts";

/** Alerts go to whoever creates the merchant, until they say otherwise. */
export const createMerchantsCreate = (resolve: () => object) =>
  apiRoute(createMerchantContract, resolve, (_deps, { db, actor }, { body }) =>
    createMerchant(db, {
      ...body,
      alertEmail: body.alertEmail === undefined ? (actor.email ?? null) : body.alertEmail,
    }),
  );

export default createMerchantsCreate(() => ({}));
