import { listVoicemailsContract } from "../../../domain/calls/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { callLog } from "../../../store/calls.ts";

export const createVoicemails = (resolve: () => object) =>
  apiRoute(listVoicemailsContract, resolve, (_deps, { db, merchant }, { query }) =>
    callLog(db, merchant.merchantId).voicemails(query),
  );

export default createVoicemails(() => ({}));
