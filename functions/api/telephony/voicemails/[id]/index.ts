import { updateVoicemailContract } from "../../../../domain/calls/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { callLog } from "../../../../store/calls.ts";

export const createVoicemail = (resolve: () => object) =>
  apiRoute(updateVoicemailContract, resolve, (_deps, { db, merchant }, { params, body }) =>
    callLog(db, merchant.merchantId).setVoicemail(params.id, body.status),
  );

export default createVoicemail(() => ({}));
