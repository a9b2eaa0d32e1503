import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { contracts } from "../../functions/domain/contracts.ts";
import { type Contract, ROLES } from "../../functions/platform/contract.ts";
import { STATUS_OF } from "../../functions/platform/errors.ts";

const problem = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(STATUS_OF) as [string, ...string[]]),
      message: z.string(),
      requestId: z.string(),
      details: z.unknown().optional(),
    }),
  })
  .meta({ id: "Error", description: "The envelope of every error." });

/** The API as OpenAPI 3.1, from the contracts alone: what is enforced is what is described. */
export function openApiDocument() {
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Callwaiting",
      version: "0.1.0",
      description:
        "Sessions and API keys go in `Authorization: Bearer …`. A person who belongs to several merchants says which in `X-Merchant-Id`. Money is integer cents, times are UTC, phones are E.164.",
    },
    components: {
      securitySchemes: {
        session: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "A session of Supabase Auth.",
        },
        apiKey: { type: "apiKey", in: "header", name: "X-Api-Key" },
      },
    },
    paths: pathsOf(contracts),
  });
}

function pathsOf(all: readonly Contract[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const contract of all) {
    const path = contract.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) };
  }
  return paths;
}

/** Contracts are written with the whole of zod, whose types know their own shape. */
type Schemas = { params?: z.ZodObject; query?: z.ZodObject; body?: z.ZodType; response: z.ZodType };

function operationOf(contract: Contract): ZodOpenApiOperationObject {
  const { params, query, body, response, status = 200 } = contract as Omit<Contract, keyof Schemas> & Schemas;
  const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });
  const headers = {
    ...(contract.auth === "merchant" && !contract.merchantParam
      ? { "X-Merchant-Id": z.uuid().optional() }
      : {}),
    ...(contract.idempotent ? { "Idempotency-Key": z.string().optional() } : {}),
  };
  const answers = !(response instanceof z.ZodVoid) ? json(response) : {};
  return {
    operationId: operationIdOf(contract),
    summary: contract.summary,
    tags: [contract.tag],
    security: securityOf(contract),
    ...(contract.roles
      ? { description: `Roles: ${contract.roles.join(", ")} (of ${ROLES.join(", ")}).` }
      : {}),
    requestParams: {
      ...(params ? { path: params } : {}),
      ...(query ? { query } : {}),
      ...(Object.keys(headers).length > 0 ? { header: z.object(headers) } : {}),
    },
    ...(body ? { requestBody: { required: true, ...json(body) } } : {}),
    responses: {
      [String(status)]: { description: "Done.", ...answers },
      "4XX": { description: "Not done, and why.", ...json(problem) },
      "5XX": { description: "Our failure; nothing was half-done.", ...json(problem) },
    },
  } as ZodOpenApiOperationObject;
}

function operationIdOf({ method, path }: Contract): string {
  const words = path
    .replace(/^\/api\//, "")
    .split(/[/:-]+/)
    .filter(Boolean);
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
}

function securityOf({ auth, scope }: Contract): Record<string, string[]>[] {
  if (auth === "public") return [];
  return [{ session: [] }, ...(auth === "merchant" && scope ? [{ apiKey: [] }] : [])];
}
