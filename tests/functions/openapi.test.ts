import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiDocument } from "../../scripts/lib/openapi-document.ts";

test("docs/openapi.json is what the contracts say now (else: npm run openapi)", () => {
  const file = new URL("../../docs/openapi.json", import.meta.url);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});
