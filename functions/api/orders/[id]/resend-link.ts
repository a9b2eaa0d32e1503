import { resendLinkContract } from "../../../domain/orders/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { actOnOrder, type OrderActionDeps, orderActionDeps } from "../../../wiring/order-action.ts";

export const createOrderResendLink = (resolve: () => OrderActionDeps) =>
  apiRoute(resendLinkContract, resolve, (deps, ctx, { params }) =>
    actOnOrder(deps, ctx, params.id, (orders) => orders.resendLink(params.id)),
  );

export default createOrderResendLink(orderActionDeps);
