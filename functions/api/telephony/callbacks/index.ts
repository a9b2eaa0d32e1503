import { listCallbacksContract } from "../../../domain/calls/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { callLog } from "../../../store/calls.ts";

export const createCallbacks = (resolve: () => object) =>
  apiRoute(listCallbacksContract, resolve, (_deps, { db, merchant }, { query }) =>
    callLog(db, merchant.merchantId).callbacks(query),
  );

export default createCallbacks(() => ({}));
