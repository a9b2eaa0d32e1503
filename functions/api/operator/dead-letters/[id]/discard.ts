import { discardDeadLetterContract } from "../../../../domain/operations/contracts.ts";
import { apiRoute } from "../../../../platform/api-route.ts";
import { deadLetterStore } from "../../../../store/operations.ts";

export const createDeadLetterDiscard = (resolve: () => object) =>
  apiRoute(discardDeadLetterContract, resolve, (_deps, { db }, { params }) =>
    deadLetterStore(db).handle(params.id, "discarded"),
  );

export default createDeadLetterDiscard(() => ({}));
