import { refundOrderContract } from "../../../domain/orders/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { actOnOrder, type OrderActionDeps, orderActionDeps } from "../../../wiring/order-action.ts";

export const createOrderRefund = (resolve: () => OrderActionDeps) =>
  apiRoute(refundOrderContract, resolve, (deps, ctx, { params, body }) =>
    actOnOrder(deps, ctx, params.id, (orders) => orders.refund(params.id, body.amountCents, body.reason)),
  );

export default createOrderRefund(orderActionDeps);
