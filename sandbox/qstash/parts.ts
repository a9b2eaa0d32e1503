import type { Scheduler } from "../kernel/scheduler.ts";
import type { Books } from "./books.ts";
import type { Engine } from "./engine.ts";
import type { History } from "./log.ts";
import type { Publisher } from "./publish.ts";
import type { Schedules } from "./schedules.ts";
import type { KeyRing } from "./signing.ts";

/** What the API routes work on. */
export type Parts = {
  scheduler: Scheduler;
  books: Books;
  engine: Engine;
  publisher: Publisher;
  schedules: Schedules;
  history: History;
  keys: KeyRing;
};
