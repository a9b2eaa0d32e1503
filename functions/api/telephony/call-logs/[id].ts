import { getCallContract } from "../../../domain/calls/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { callLog } from "../../../store/calls.ts";

export const createCallLog = (resolve: () => object) =>
  apiRoute(getCallContract, resolve, (_deps, { db, merchant }, { params }) =>
    callLog(db, merchant.merchantId).get(params.id),
  );

export default createCallLog(() => ({}));
