import { listDeadLettersContract } from "../../../domain/operations/contracts.ts";
import { apiRoute } from "../../../platform/api-route.ts";
import { deadLetterStore } from "../../../store/operations.ts";

export const createDeadLetters = (resolve: () => object) =>
  apiRoute(listDeadLettersContract, resolve, (_deps, { db }, { query }) => deadLetterStore(db).list(query));

export default createDeadLetters(() => ({}));
