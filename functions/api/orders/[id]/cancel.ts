import { cancelOrderContract } from "../../../domain/orders/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { actOnOrder, type OrderActionDeps, orderActionDeps } from "../../../wiring/order-action.ts";

export const createOrderCancel = (resolve: () => OrderActionDeps) =>
  apiRoute(cancelOrderContract, resolve, (deps, ctx, { params, body }) =>
    actOnOrder(deps, ctx, params.id, (orders) => orders.cancel(params.id, body.reason)),
  );

export default createOrderCancel(orderActionDeps);
