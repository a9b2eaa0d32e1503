import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../runtime/node/root.ts";
import { openApiDocument } from "./lib/openapi-document.ts";

/** `npm run openapi`: writes docs/openapi.json from the contracts; a test says when it is out of date. */
writeFileSync(join(ROOT, "docs/openapi.json"), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
