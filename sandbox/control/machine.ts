import { Hono } from "hono";
import * as z from "zod";
import type { Kernel } from "../kernel/kernel.ts";
import type { FakeMail } from "../mail/mail.ts";
import type { Qstash } from "../qstash/qstash.ts";
import { bodyOf, ControlError } from "./input.ts";

export type ResetScope = "traffic" | "everything";

export type MachineParts = {
  kernel: Kernel;
  qstash: Pick<Qstash, "snapshot" | "retry">;
  mail: Pick<FakeMail, "list">;
  /** Speed of the sandbox's clock at start. */
  timeScale: number;
  reset(scope: ResetScope): Promise<void>;
};

const time = z.strictObject({ scale: z.number().min(0.01).max(100_000) });
const reset = z.strictObject({ what: z.enum(["traffic", "everything"]).default("everything") });

/** Looking into the sandbox, and moving its clock. */
export function machineControl({ kernel, qstash, mail, timeScale, reset: resetAll }: MachineParts): Hono {
  const app = new Hono();
  let scale = timeScale;
  const clock = () => ({ scale, now: new Date(kernel.scheduler.now()).toISOString() });

  app.get("/mail", (c) => c.json({ messages: mail.list(c.req.query("to"), c.req.query("messageId")) }));
  app.get("/queue", (c) => c.json(qstash.snapshot()));
  app.post("/queue/dlq/:dlqId/retry", async (c) => {
    const dlqId = c.req.param("dlqId");
    if (!(await qstash.retry(dlqId))) throw new ControlError(404, `There is no dead letter ${dlqId}`);
    return c.json({ retried: dlqId });
  });
  app.get("/requests", (c) => c.json({ requests: kernel.requests.list(c.req.query("provider")) }));
  app.get("/time", (c) => c.json(clock()));
  app.post("/time", async (c) => {
    scale = (await bodyOf(c, time)).scale;
    kernel.scheduler.setScale(scale);
    return c.json(clock());
  });
  app.post("/reset", async (c) => {
    const { what } = await bodyOf(c, reset);
    await resetAll(what);
    return c.json({ reset: what });
  });
  return app;
}
