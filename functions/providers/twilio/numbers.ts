import * as z from "zod/mini";
import { failureOf } from "../../platform/http.ts";
import { type Form, readAnswer, type TwilioRest } from "./rest.ts";

export type NumberSearch = { country: string; areaCode?: string; contains?: string; limit: number };

export type AvailableNumber = { phoneNumber: string; locality: string | null; region: string | null };

/** Where a number's calls and texts go; absolute (`callbackUrl`). */
export type NumberRoutes = {
  voiceUrl: string;
  voiceFallbackUrl: string;
  statusCallback: string;
  smsUrl: string;
  smsFallbackUrl: string;
};

export type NumberOrder = NumberRoutes & {
  phoneNumber: string;
  /** Ours, and unique: the mark by which an order with unknown outcome is found again. */
  friendlyName: string;
};

export type OwnedNumber = { sid: string; phoneNumber: string; friendlyName: string };

const available = z.object({
  available_phone_numbers: z.array(
    z.object({
      phone_number: z.string(),
      locality: z.nullish(z.string()),
      region: z.nullish(z.string()),
    }),
  ),
});
const owned = z.object({ sid: z.string(), phone_number: z.string(), friendly_name: z.string() });
const ownedList = z.object({ incoming_phone_numbers: z.array(owned) });

/** Local numbers for voice and SMS that can be bought now; none is an empty list. `country` is ISO 3166-1 alpha-2. */
export async function searchNumbers(rest: TwilioRest, search: NumberSearch): Promise<AvailableNumber[]> {
  const response = await rest.get(`/AvailablePhoneNumbers/${encodeURIComponent(search.country)}/Local.json`, {
    AreaCode: search.areaCode,
    Contains: search.contains,
    VoiceEnabled: true,
    SmsEnabled: true,
    PageSize: search.limit,
  });
  const { available_phone_numbers } = readAnswer(response, available);
  return available_phone_numbers.slice(0, search.limit).map((found) => ({
    phoneNumber: found.phone_number,
    locality: found.locality ?? null,
    region: found.region ?? null,
  }));
}

/**
 * Buys a number and leads it here. Costs money and has no idempotency key: after an `unknown` failure ask
 * `findNumber` with the same friendly name first.
 * @throws ProviderError: `providerCode` 21422 when somebody else was quicker.
 */
export async function buyNumber(rest: TwilioRest, order: NumberOrder): Promise<OwnedNumber> {
  const response = await rest.post("/IncomingPhoneNumbers.json", {
    PhoneNumber: order.phoneNumber,
    FriendlyName: order.friendlyName,
    ...routeFields(order),
  });
  return toOwned(readAnswer(response, owned));
}

/** The number that bears our mark, or null. */
export async function findNumber(rest: TwilioRest, friendlyName: string): Promise<OwnedNumber | null> {
  const response = await rest.get("/IncomingPhoneNumbers.json", { FriendlyName: friendlyName, PageSize: 50 });
  const { incoming_phone_numbers } = readAnswer(response, ownedList);
  const found = incoming_phone_numbers.find((number) => number.friendly_name === friendlyName);
  return found ? toOwned(found) : null;
}

/** Leads a number's calls and texts elsewhere. */
export async function updateNumber(
  rest: TwilioRest,
  sid: string,
  routes: Partial<NumberRoutes>,
): Promise<OwnedNumber> {
  const response = await rest.post(
    `/IncomingPhoneNumbers/${encodeURIComponent(sid)}.json`,
    routeFields(routes),
    true,
  );
  return toOwned(readAnswer(response, owned));
}

/** Gives a number back; one that is already gone is done. */
export async function releaseNumber(rest: TwilioRest, sid: string): Promise<void> {
  const response = await rest.remove(`/IncomingPhoneNumbers/${encodeURIComponent(sid)}.json`);
  if (response.status !== 204 && response.status !== 404) throw failureOf("twilio", response);
}

function routeFields(routes: Partial<NumberRoutes>): Form {
  return {
    VoiceUrl: routes.voiceUrl,
    VoiceFallbackUrl: routes.voiceFallbackUrl,
    StatusCallback: routes.statusCallback,
    SmsUrl: routes.smsUrl,
    SmsFallbackUrl: routes.smsFallbackUrl,
    ...(routes.voiceUrl ? { VoiceMethod: "POST" } : {}),
    ...(routes.voiceFallbackUrl ? { VoiceFallbackMethod: "POST" } : {}),
    ...(routes.statusCallback ? { StatusCallbackMethod: "POST" } : {}),
    ...(routes.smsUrl ? { SmsMethod: "POST" } : {}),
    ...(routes.smsFallbackUrl ? { SmsFallbackMethod: "POST" } : {}),
  };
}

const toOwned = (number: z.output<typeof owned>): OwnedNumber => ({
  sid: number.sid,
  phoneNumber: number.phone_number,
  friendlyName: number.friendly_name,
});
