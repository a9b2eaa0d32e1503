import { Hono } from "hono";
import * as z from "zod";
import type { Fault, FaultKind } from "../kernel/faults.ts";
import type { Kernel } from "../kernel/kernel.ts";
import { bodyOf } from "./input.ts";

const KINDS = ["status", "timeout", "drop", "duplicate", "reorder", "delay"] as const satisfies FaultKind[];
const PROVIDERS = ["twilio", "stripe", "qstash", "redis", "smtp"] as const;

const milliseconds = z.union([z.literal(true), z.int().min(1).max(600_000)]);

const schema = z
  .strictObject({
    provider: z.enum(PROVIDERS),
    path: z.string().min(1).max(200).optional(),
    count: z.int().min(1).max(100_000).default(1),
    status: z.int().min(200).max(599).optional(),
    timeout: milliseconds.optional(),
    delay: milliseconds.optional(),
    drop: z.literal(true).optional(),
    duplicate: z.literal(true).optional(),
    reorder: z.literal(true).optional(),
  })
  .refine(
    (fault) => KINDS.filter((kind) => fault[kind] !== undefined).length === 1,
    `Send one of ${KINDS.join(", ")}`,
  );

/** Switches that make a provider misbehave. */
export function faultControl(kernel: Kernel): Hono {
  const app = new Hono();
  app.get("/faults", (c) => c.json({ faults: kernel.faults.list() }));
  app.post("/faults", async (c) => {
    const fault = toFault(await bodyOf(c, schema));
    kernel.faults.add(fault);
    return c.json({ fault, faults: kernel.faults.list() }, 201);
  });
  app.delete("/faults", (c) => {
    kernel.faults.clear();
    return c.json({ faults: [] });
  });
  return app;
}

function toFault(body: z.output<typeof schema>): Fault {
  const kind = KINDS.find((one) => body[one] !== undefined) ?? "status";
  const value = body[kind];
  return {
    provider: body.provider,
    kind,
    count: body.count,
    ...(body.path && { path: body.path }),
    ...(typeof value === "number" && { value }),
  };
}
