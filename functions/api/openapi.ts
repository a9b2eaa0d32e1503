import { Hono } from "hono";
import document from "../../docs/openapi.json" with { type: "json" };

/** The API described (OpenAPI 3.1), generated from the contracts: `npm run openapi`. */
const app = new Hono();
app.get("*", (c) => c.json(document, 200, { "Cache-Control": "public, max-age=300" }));

export default app;
