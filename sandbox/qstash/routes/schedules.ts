import { type Context, Hono } from "hono";
import { keepBody, newId } from "../books.ts";
import { isUrl } from "../order.ts";
import type { Parts } from "../parts.ts";
import { presentSchedule } from "../present.ts";
import { nextRun, scheduleOrder } from "../schedules.ts";
import { Refusal, type Schedule } from "../types.ts";
import { bodyOf, callerIp, destinationOf, headersOf } from "./publish.ts";

/** `/v2/schedules`: messages on a cron. Posting with an id that exists replaces that schedule. */
export function scheduleRoutes({ books, scheduler, schedules }: Parts): Hono {
  const app = new Hono();

  const show = (schedule: Schedule) => {
    const { body, ...order } = scheduleOrder(schedule);
    return presentSchedule(schedule, { ...order, ...keepBody(body) }, statesOf(schedule));
  };

  const statesOf = (schedule: Schedule) => {
    const failed = new Set([...books.deadLetters.values()].map((letter) => letter.messageId));
    const state = (id: string) =>
      books.messages.has(id) ? "IN_PROGRESS" : failed.has(id) ? "FAIL" : "SUCCESS";
    return Object.fromEntries(schedule.lastMessageIds.map((id) => [id, state(id)]));
  };

  const pausing = (isPaused: boolean) => (c: Context<never, "/:id">) => {
    const id = c.req.param("id");
    if (!schedules.setPaused(id, isPaused)) throw new Refusal(404, `schedule ${id} not found`);
    return c.json({});
  };

  app.on(["POST", "PATCH"], "/v2/schedules/:id/pause", pausing(true));
  app.on(["POST", "PATCH"], "/v2/schedules/:id/resume", pausing(false));

  app.post("/v2/schedules/*", async (c) => {
    const destination = destinationOf(c, /\/v2\/schedules\//);
    if (!isUrl(destination) && !books.groups.has(destination))
      throw new Refusal(400, `invalid destination url: ${destination}`);
    const { authorization: _, ...headers } = headersOf(c);
    const scheduleId = headers["upstash-schedule-id"] || newId("scd");
    const cron = headers["upstash-cron"];
    if (!cron) throw new Refusal(400, "Upstash-Cron header is required");
    const old = books.schedules.get(scheduleId);
    const schedule: Schedule = {
      scheduleId,
      cron,
      destination,
      createdAt: old?.createdAt ?? Math.floor(scheduler.now()),
      isPaused: false,
      headers,
      bodyBase64: Buffer.from(await bodyOf(c)).toString("base64"),
      callerIp: callerIp(c),
      ...withNextRun(cron, scheduler.now()),
      lastMessageIds: old?.lastMessageIds ?? [],
    };
    scheduleOrder(schedule); // refuses what could not be published later
    schedules.put(schedule);
    return c.json({ scheduleId }, 201);
  });

  app.get("/v2/schedules", (c) => c.json([...books.schedules.values()].map(show)));
  app.get("/v2/schedules/:id", (c) => {
    const schedule = books.schedules.get(c.req.param("id"));
    if (!schedule) throw new Refusal(404, `schedule ${c.req.param("id")} not found`);
    return c.json(show(schedule));
  });
  app.delete("/v2/schedules/:id", (c) => {
    if (!schedules.remove(c.req.param("id")))
      throw new Refusal(404, `schedule ${c.req.param("id")} not found`);
    return c.json({});
  });

  return app;
}

function withNextRun(cron: string, now: number): { nextScheduleTime?: number } {
  const next = nextRun(cron, now);
  return next === undefined ? {} : { nextScheduleTime: next };
}
