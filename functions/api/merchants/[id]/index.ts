import { getMerchantContract, updateMerchantContract } from "../../../domain/merchants/contracts.ts";
import { apiRoute, methods } from "../../../platform/api-route.ts";
import { getMerchant, updateMerchant } from "../../../store/merchants.ts";

export const createMerchant = (resolve: () => object) =>
  methods(
    apiRoute(getMerchantContract, resolve, (_deps, { db, merchant }) => getMerchant(db, merchant.merchantId)),
    apiRoute(updateMerchantContract, resolve, (_deps, { db, merchant }, { body }) =>
      updateMerchant(db, merchant.merchantId, body),
    ),
  );

export default createMerchant(() => ({}));
