import type { Fault } from "../../../sandbox/kernel/faults.ts";
import type { Kernel } from "../../../sandbox/kernel/kernel.ts";

/** A fault that hit a request: which, and when (real milliseconds). */
export type Strike = { fault: Fault; path: string; at: number };

/** Notes each fault as it strikes, so that what looks wrong afterwards can be told from what was done to it. */
export function recordStrikes({ faults }: Kernel): readonly Strike[] {
  const strikes: Strike[] = [];
  const take = faults.take;
  faults.take = (provider, path, kinds) => {
    const fault = take(provider, path, kinds);
    if (fault) strikes.push({ fault, path, at: Date.now() });
    return fault;
  };
  return strikes;
}
