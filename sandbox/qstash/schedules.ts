import { Cron } from "croner";
import type { Scheduler } from "../kernel/scheduler.ts";
import type { Books } from "./books.ts";
import { readOrder } from "./order.ts";
import type { Publisher } from "./publish.ts";
import { type Order, Refusal, type Schedule } from "./types.ts";

export type Schedules = {
  put(schedule: Schedule): void;
  remove(scheduleId: string): boolean;
  setPaused(scheduleId: string, isPaused: boolean): boolean;
  /** Arms every schedule; one that came due meanwhile fires once, now. */
  start(): void;
  stop(): void;
};

export function createSchedules(scheduler: Scheduler, books: Books, publisher: Publisher): Schedules {
  const timers = new Map<string, () => void>();
  let running = false;

  const disarm = (scheduleId: string) => {
    timers.get(scheduleId)?.();
    timers.delete(scheduleId);
  };

  const arm = (schedule: Schedule) => {
    disarm(schedule.scheduleId);
    if (!running || schedule.isPaused || schedule.nextScheduleTime === undefined) return;
    const wait = Math.max(0, schedule.nextScheduleTime - scheduler.now());
    timers.set(
      schedule.scheduleId,
      scheduler.after(wait, () => fire(schedule.scheduleId)),
    );
  };

  const fire = (scheduleId: string) => {
    const schedule = books.schedules.get(scheduleId);
    if (!schedule || schedule.isPaused) return;
    const now = scheduler.now();
    const next = {
      ...schedule,
      lastScheduleTime: Math.floor(now),
      lastMessageIds: send(publisher, schedule),
      nextScheduleTime: nextRun(schedule.cron, now),
    };
    books.schedules.set(scheduleId, next);
    arm(next);
  };

  return {
    put(schedule) {
      books.schedules.set(schedule.scheduleId, schedule);
      arm(schedule);
    },
    remove(scheduleId) {
      disarm(scheduleId);
      return books.schedules.delete(scheduleId);
    },
    setPaused(scheduleId, isPaused) {
      const schedule = books.schedules.get(scheduleId);
      if (!schedule) return false;
      const changed = { ...schedule, isPaused, nextScheduleTime: nextRun(schedule.cron, scheduler.now()) };
      books.schedules.set(scheduleId, changed);
      arm(changed);
      return true;
    },
    start() {
      running = true;
      for (const schedule of [...books.schedules.values()]) arm(schedule);
    },
    stop() {
      running = false;
      for (const id of [...timers.keys()]) disarm(id);
    },
  };
}

/** What a schedule's headers ask of each of its messages. Deduplication does not apply to them. */
export function scheduleOrder(schedule: Schedule): Order {
  const body = Buffer.from(schedule.bodyBase64, "base64");
  const { deduplicationId: _, ...order } = readOrder(schedule.headers, body, Date.now(), schedule.callerIp);
  return { ...order, scheduleId: schedule.scheduleId };
}

/** A URL group that has been deleted since leaves a firing without messages. */
function send(publisher: Publisher, schedule: Schedule): string[] {
  try {
    const published = publisher.publish(schedule.destination, scheduleOrder(schedule));
    return [published].flat().map(({ messageId }) => messageId);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/**
 * When a five-field cron expression, perhaps after `CRON_TZ=<zone> `, is next due after `now`; UTC by default.
 * @throws Refusal 400 when it is not one.
 */
export function nextRun(expression: string, now: number): number | undefined {
  const [, zone = "UTC", pattern = ""] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/.exec(expression.trim()) ?? [];
  try {
    const cron = new Cron(pattern, { timezone: zone, paused: true, mode: "5-part" });
    return cron.nextRun(new Date(now))?.getTime();
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not a cron expression";
    throw new Refusal(400, `invalid cron "${expression}": ${reason}`);
  }
}
