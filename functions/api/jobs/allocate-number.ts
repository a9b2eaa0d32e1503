import { buyReserved } from "../../domain/numbers/allocate.ts";
import { allocateNumberJob } from "../../domain/numbers/jobs.ts";
import { merchantDatabase } from "../../platform/database.ts";
import { type Env, readEnv } from "../../platform/env.ts";
import { done, job } from "../../platform/job.ts";
import { lazy } from "../../platform/lazy.ts";
import { numberStore } from "../../store/numbers.ts";
import { numberPortsFor } from "../../wiring/telephony.ts";

type Deps = {
  numbers: (merchantId: string, requestId: string) => Promise<ReturnType<typeof numberStore>>;
  ports: (merchantId: string, requestId: string) => ReturnType<typeof numberPortsFor>;
};

export const createAllocateNumber = (resolve: () => Deps) =>
  job(allocateNumberJob, resolve, async ({ numbers, ports }, { merchantId, requestId, numberId }) => {
    const wish = await (await numbers(merchantId, requestId)).pending(numberId);
    if (!wish) return done("already settled");
    const number = await buyReserved(await ports(merchantId, requestId), { id: numberId, wish }, true);
    return done(number.status);
  });

const depsFrom = (env: Env): Deps => ({
  numbers: async (merchantId, requestId) =>
    numberStore(await merchantDatabase(env, merchantId, "job:allocate-number", requestId), merchantId),
  ports: (merchantId, requestId) => numberPortsFor(env, merchantId, "job:allocate-number", requestId),
});

export default createAllocateNumber(lazy(() => depsFrom(readEnv())));
