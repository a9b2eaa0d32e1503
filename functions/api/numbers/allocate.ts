import { buyReserved } from "../../domain/numbers/allocate.ts";
import { allocateNumberContract } from "../../domain/numbers/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { readEnv } from "../../platform/env.ts";
import { ProviderError } from "../../platform/errors.ts";
import { errorProperties } from "../../platform/log.ts";
import { numberStore } from "../../store/numbers.ts";
import { dispatcherFor } from "../../wiring/dispatch.ts";
import { numberPortsFor } from "../../wiring/telephony.ts";

type Deps = {
  ports: (merchantId: string, requestId: string) => ReturnType<typeof numberPortsFor>;
  dispatch: (requestId: string) => ReturnType<typeof dispatcherFor>["dispatch"];
};

/** The wish is noted before the carrier is asked: when it does not answer in time, a job finishes the purchase. */
export const createNumbersAllocate = (resolve: () => Deps) =>
  apiRoute(
    allocateNumberContract,
    resolve,
    async ({ ports, dispatch }, { db, merchant, requestId, log }, { body }) => {
      const carrier = await ports(merchant.merchantId, requestId);
      const numbers = numberStore(db, merchant.merchantId);
      const { number, events } = await numbers.reserve({ ...body, label: merchant.name });
      await dispatch(requestId)(events);
      try {
        return await buyReserved(carrier, number.id);
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        log.warn("the carrier did not finish a purchase; a job goes on", errorProperties(error));
        return number;
      }
    },
  );

export default createNumbersAllocate(() => {
  const env = readEnv();
  return {
    ports: (merchantId, requestId) => numberPortsFor(env, merchantId, "job:allocate-number", requestId),
    dispatch: (requestId) => dispatcherFor(env, requestId).dispatch,
  };
});
