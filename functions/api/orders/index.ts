import { listOrdersContract } from "../../domain/orders/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { orderStore } from "../../store/orders.ts";

export const createOrders = (resolve: () => object) =>
  apiRoute(listOrdersContract, resolve, (_deps, { db, merchant }, { query }) =>
    orderStore(db, merchant.merchantId).list(query),
  );

export default createOrders(() => ({}));
