import * as z from "zod/mini";
import { fetchCall, listEndedCalls } from "./calls.ts";
import {
  buyNumber,
  findNumber,
  type NumberOrder,
  type NumberRoutes,
  type NumberSearch,
  releaseNumber,
  searchNumbers,
  updateNumber,
} from "./numbers.ts";
import { createRest, readAnswer, type TwilioAccount } from "./rest.ts";
import { findSms, type OutboundSms, type SmsTrace, sendSms } from "./sms.ts";

export type TwilioClient = ReturnType<typeof createTwilioClient>;

const account = z.object({ sid: z.string(), status: z.string(), type: z.nullish(z.string()) });

/**
 * What we ask of Twilio, over plain HTTP: the SDK's client costs 3.6 MB, and takes another address only host by
 * host. Every call has the HTTP client's time limit.
 * @throws ProviderError from each of them: retry, permanent or unknown, with Twilio's own code.
 */
export function createTwilioClient(options: TwilioAccount) {
  const rest = createRest(options);
  return {
    sendSms: (sms: OutboundSms) => sendSms(rest, sms),
    findSms: (trace: SmsTrace) => findSms(rest, trace),
    searchNumbers: (search: NumberSearch) => searchNumbers(rest, search),
    buyNumber: (order: NumberOrder) => buyNumber(rest, order),
    findNumberByFriendlyName: (friendlyName: string) => findNumber(rest, friendlyName),
    updateNumber: (sid: string, routes: Partial<NumberRoutes>) => updateNumber(rest, sid, routes),
    releaseNumber: (sid: string) => releaseNumber(rest, sid),
    fetchCall: (sid: string) => fetchCall(rest, sid),
    listEndedCalls: (since: Date) => listEndedCalls(rest, since),
    /** The cheapest signed read there is: tells health whether address and credentials are good. */
    fetchAccount: async () => readAnswer(await rest.get(".json"), account),
  };
}
