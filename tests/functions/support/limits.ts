import { readEnv } from "../../../functions/platform/env.ts";
import { createLimiter } from "../../../functions/platform/rate-limit.ts";

/** Uses a number's limit of new calls and texts up, as so many of them would. */
export async function useUp(number: string): Promise<void> {
  const limiter = createLimiter(readEnv().redis);
  for (let count = 0; count < 2000; count += 50) {
    const decisions = await Promise.all(Array.from({ length: 50 }, () => limiter.consume("webhook", number)));
    if (decisions.some(({ allowed }) => !allowed)) return;
  }
  throw new Error(`The limit of ${number} has no end.`);
}
