import { createFaults, type Faults } from "./faults.ts";
import { createRequestLog, type RequestLog } from "./requests.ts";
import { createScheduler, type Scheduler } from "./scheduler.ts";
import { createStores, type Stores } from "./store.ts";

/** What every faked provider is given: time, memory, faults, and a log of what the product sent. */
export type Kernel = {
  /** Where the sandbox itself is reached, e.g. `http://localhost:3000/_sandbox`. No trailing slash. */
  baseUrl: string;
  scheduler: Scheduler;
  stores: Stores;
  faults: Faults;
  requests: RequestLog;
};

export type KernelOptions = {
  baseUrl: string;
  /** Folder for the providers' own books; without it they live in memory only. */
  dataDir?: string;
  /** How many times faster than real time timers run (1 = real time). Tests shorten waits with it. */
  timeScale?: number;
};

export function createKernel(options: KernelOptions): Kernel {
  return {
    baseUrl: options.baseUrl.replace(/\/$/, ""),
    scheduler: createScheduler(options.timeScale ?? 1),
    stores: createStores(options.dataDir),
    faults: createFaults(),
    requests: createRequestLog(),
  };
}
