import document from "../../docs/openapi.json" with { type: "json" };
import { openApiContract } from "../domain/operations/contracts.ts";
import { apiRoute } from "../platform/api-route.ts";

/** The API described (OpenAPI 3.1), generated from the contracts: `npm run openapi`. */
export const createOpenApi = (resolve: () => object) =>
  apiRoute(openApiContract, resolve, () =>
    Response.json(document, { headers: { "Cache-Control": "public, max-age=300" } }),
  );

export default createOpenApi(() => ({}));
