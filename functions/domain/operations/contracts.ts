import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { id, idParam, page, pageOf, time } from "../shared/schemas.ts";

const part = z.object({
  state: z.enum(["ok", "degraded", "down", "not_configured"]),
  detail: z.string().optional(),
});

/** 503 when the product cannot do its job: no database, no queue. */
export const healthContract = defineContract({
  method: "GET",
  path: "/api/health",
  summary: "Is the product able to work, and each part's state",
  tag: "operations",
  auth: "public",
  limit: "none",
  response: z.object({
    status: z.enum(["ok", "degraded", "down"]),
    parts: z.record(z.string(), part),
    time,
  }),
});

/** What the browser needs before anybody signs in. */
export const publicConfigContract = defineContract({
  method: "GET",
  path: "/api/config/public",
  summary: "The installation's public settings",
  tag: "operations",
  auth: "public",
  response: z.object({
    /** A page where a call can be simulated, where the installation has one. */
    testPhoneUrl: z.string().nullable(),
    features: z.object({ telephony: z.boolean(), payments: z.boolean(), email: z.boolean() }),
  }),
});

/** https://spec.openapis.org/oas/v3.1.1 */
export const openApiContract = defineContract({
  method: "GET",
  path: "/api/openapi",
  summary: "This description",
  tag: "operations",
  auth: "public",
  limit: "none",
  response: z.looseObject({ openapi: z.string() }),
});

const deadLetter = z.object({
  id,
  merchantId: id.nullable(),
  job: z.string(),
  error: z.string(),
  httpStatus: z.int().nullable(),
  attempts: z.int(),
  payload: z.unknown(),
  status: z.enum(["open", "retried", "discarded"]),
  createdAt: time,
});

const base = { tag: "operations", auth: "operator" } as const;

export const listDeadLettersContract = defineContract({
  ...base,
  method: "GET",
  path: "/api/operator/dead-letters",
  summary: "Jobs that gave up, newest first",
  query: page.extend({ status: z.enum(["open", "retried", "discarded"]).optional() }),
  response: pageOf(deadLetter),
});

export const retryDeadLetterContract = defineContract({
  ...base,
  method: "POST",
  path: "/api/operator/dead-letters/:id/retry",
  summary: "Run a job that gave up once more",
  params: idParam,
  response: deadLetter,
});

export const discardDeadLetterContract = defineContract({
  ...base,
  method: "POST",
  path: "/api/operator/dead-letters/:id/discard",
  summary: "Put a dead letter aside",
  params: idParam,
  response: deadLetter,
});

const migration = z.object({ version: z.string(), name: z.string() });

export const migrationsStatusContract = defineContract({
  ...base,
  method: "GET",
  path: "/api/migrations/status",
  summary: "Is the database where this version of the functions needs it",
  response: z.object({
    upToDate: z.boolean(),
    applied: z.array(z.string()),
    /** Known to the functions and not applied: run them. */
    pending: z.array(migration),
    /** Applied and not known to the functions: the database is newer. */
    unknown: z.array(z.string()),
  }),
});
