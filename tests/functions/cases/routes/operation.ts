import { expect } from "vitest";
import * as operations from "../../../../functions/domain/operations/contracts.ts";
import { liveEventsContract } from "../../../../functions/domain/realtime/contracts.ts";
import { uuidv7 } from "../../../../functions/platform/ids.ts";
import type { ApiRouteCase } from "../../../harness/suites/route-bench.ts";
import * as some from "../../../harness/suites/samples.ts";
import { badId, badPages, idOf, nothing } from "./parts.ts";

export const operation: ApiRouteCase[] = [
  {
    contract: liveEventsContract,
    arrange: ({ id }) => ({ params: { merchant: id } }),
    async answers(response) {
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/event-stream");
      expect(response.headers.get("cache-control")).toContain("no-store");
      await response.body?.cancel();
    },
  },
  { contract: operations.healthContract, arrange: nothing },
  { contract: operations.publicConfigContract, arrange: nothing },
  { contract: operations.openApiContract, arrange: nothing },
  { contract: operations.migrationsStatusContract, arrange: nothing },
  {
    contract: operations.listDeadLettersContract,
    async arrange(shop, world) {
      await some.aDeadLetter(world, shop, "send-sms", { messageId: uuidv7() });
      return {};
    },
    bad: [...badPages, { field: "status", parts: { query: { status: "lost" } } }],
  },
  ...[operations.retryDeadLetterContract, operations.discardDeadLetterContract].map((contract) => ({
    contract,
    arrange: async (...[shop, world]: Parameters<ApiRouteCase["arrange"]>) => ({
      params: await idOf(some.aDeadLetter(world, shop, "send-sms", { messageId: uuidv7() })),
    }),
    bad: [badId],
  })),
];
