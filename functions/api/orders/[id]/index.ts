import { getOrderContract } from "../../../domain/orders/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { orderStore } from "../../../store/orders.ts";

export const createOrder = (resolve: () => object) =>
  apiRoute(getOrderContract, resolve, (_deps, { db, merchant }, { params }) =>
    orderStore(db, merchant.merchantId).get(params.id),
  );

export default createOrder(() => ({}));
