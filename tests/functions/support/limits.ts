import type { LimitName } from "../../../functions/platform/contract.ts";
import { readEnv } from "../../../functions/platform/env.ts";
import { createLimiter } from "../../../functions/platform/rate-limit.ts";

/** Uses a number's limit of new calls and texts up, as so many of them would, or another limit of somebody's. */
export async function useUp(identifier: string, policy: LimitName = "webhook"): Promise<void> {
  const limiter = createLimiter(readEnv().redis);
  for (let count = 0; count < 2000; count += 50) {
    const decisions = await Promise.all(
      Array.from({ length: 50 }, () => limiter.consume(policy, identifier)),
    );
    if (decisions.some(({ allowed }) => !allowed)) return;
  }
  throw new Error(`The limit of ${identifier} has no end.`);
}
