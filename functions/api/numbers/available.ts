import { availableNumbersContract } from "../../domain/numbers/contracts.ts";
import { apiRoute } from "../../platform/api-route.ts";
import { readEnv } from "../../platform/env.ts";
import { twilioClientFor } from "../../wiring/telephony.ts";

const SHOWN = 10;

type Deps = { carrier: (requestId: string) => Pick<ReturnType<typeof twilioClientFor>, "searchNumbers"> };

export const createNumbersAvailable = (resolve: () => Deps) =>
  apiRoute(availableNumbersContract, resolve, async ({ carrier }, { requestId }, { query }) => {
    const { country, areaCode, contains } = query;
    const found = await carrier(requestId).searchNumbers({
      country,
      limit: SHOWN,
      ...(areaCode ? { areaCode } : {}),
      ...(contains ? { contains } : {}),
    });
    return {
      items: found.map(({ phoneNumber, locality, region }) => ({ number: phoneNumber, locality, region })),
    };
  });

export default createNumbersAvailable(() => ({
  carrier: (requestId) => twilioClientFor(readEnv(), requestId),
}));
