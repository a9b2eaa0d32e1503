import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import openapi from "../../functions/api/openapi.ts";
import { openApiDocument } from "../../scripts/lib/openapi-document.ts";

const checkedIn = JSON.parse(
  readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"),
) as unknown;

test("docs/openapi.json is what the contracts say now (else: npm run openapi)", () => {
  expect(checkedIn).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

test("the description is served, for anybody", async () => {
  const response = await openapi.request("/api/openapi");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(checkedIn);
});
