import { fulfilOrderContract } from "../../../domain/orders/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { actOnOrder, type OrderActionDeps, orderActionDeps } from "../../../wiring/order-action.ts";

export const createOrderFulfil = (resolve: () => OrderActionDeps) =>
  apiRoute(fulfilOrderContract, resolve, (deps, ctx, { params }) =>
    actOnOrder(deps, ctx, params.id, (orders) => orders.fulfil(params.id)),
  );

export default createOrderFulfil(orderActionDeps);
