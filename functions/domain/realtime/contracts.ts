import * as z from "zod";
import { defineContract } from "../../platform/contract.ts";
import { id, time } from "../shared/schemas.ts";

/** What one `data:` line of the stream holds; the SSE `id:` is `seq`, the SSE `event:` is `type`. */
export const liveEvent = z.object({
  seq: z.int(),
  type: z.string(),
  subjectType: z.string(),
  subjectId: id,
  data: z.record(z.string(), z.unknown()),
  occurredAt: time,
});
export type LiveEvent = z.infer<typeof liveEvent>;

export const liveEventsContract = defineContract({
  method: "GET",
  path: "/api/realtime/:merchant/events",
  summary: "Server-sent events: calls and orders as they happen; resumes after Last-Event-ID",
  tag: "realtime",
  auth: "merchant",
  merchantParam: "merchant",
  scope: "calls:read",
  params: z.object({ merchant: id }),
  query: z.object({ lastEventId: z.coerce.number().int().min(0).optional() }),
  response: z.void(),
});
