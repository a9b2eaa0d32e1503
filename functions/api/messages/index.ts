import { listMessagesContract } from "../../domain/messages/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { messageStore } from "../../store/messages.ts";

export const createMessages = (resolve: () => object) =>
  apiRoute(listMessagesContract, resolve, (_deps, { db, merchant }, { query }) =>
    messageStore(db, merchant.merchantId).list(query),
  );

export default createMessages(() => ({}));
