import { buyReserved } from "../../domain/numbers/allocate.ts";
import { allocateNumberJob } from "../../domain/numbers/jobs.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job, retry } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { numberPortsFor } from "../../wiring/telephony.ts";

type Deps = { ports: (merchantId: string, requestId: string) => ReturnType<typeof numberPortsFor> };

export const createAllocateNumber = (resolve: () => Deps) =>
  job(allocateNumberJob, resolve, async ({ ports }, { merchantId, requestId, numberId }) => {
    const number = await buyReserved(await ports(merchantId, requestId), numberId);
    return number.status === "pending" ? retry("another attempt is buying it") : done(number.status);
  });

const depsFrom = (env: Env): Deps => ({
  ports: (merchantId, requestId) => numberPortsFor(env, merchantId, "job:allocate-number", requestId),
});

export default createAllocateNumber(lazy(() => depsFrom(readEnv())));
