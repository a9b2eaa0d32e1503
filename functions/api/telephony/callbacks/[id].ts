import { updateCallbackContract } from "../../../domain/calls/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { callLog } from "../../../store/calls.ts";

export const createCallback = (resolve: () => object) =>
  apiRoute(updateCallbackContract, resolve, (_deps, { db, merchant }, { params, body }) =>
    callLog(db, merchant.merchantId).setCallback(params.id, body.status),
  );

export default createCallback(() => ({}));
