import { listNumbersContract } from "../../domain/numbers/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { numberStore } from "../../store/numbers.ts";

export const createNumbers = (resolve: () => object) =>
  apiRoute(listNumbersContract, resolve, async (_deps, { db, merchant }) => ({
    items: await numberStore(db, merchant.merchantId).list(),
  }));

export default createNumbers(() => ({}));
