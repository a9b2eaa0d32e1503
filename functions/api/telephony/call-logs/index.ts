import { listCallsContract } from "../../../domain/calls/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { callLog } from "../../../store/calls.ts";

export const createCallLogs = (resolve: () => object) =>
  apiRoute(listCallsContract, resolve, (_deps, { db, merchant }, { query }) =>
    callLog(db, merchant.merchantId).list(query),
  );

export default createCallLogs(() => ({}));
