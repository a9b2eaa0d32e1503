import { type Context, Hono } from "hono";
import { isoNow, numbersChanged, type OwnedNumber, type World } from "../books.ts";
import { newSid } from "../sids.ts";
import { type Offered, offeredNumber, searchNumbers } from "./inventory.ts";
import {
  accountPath,
  type Form,
  formOf,
  isWebhookUrl,
  notFound,
  pageOf,
  RestError,
  rfc2822,
  sidOf,
} from "./respond.ts";

/** Test numbers for buying; https://www.twilio.com/docs/iam/test-credentials#test-incoming-phone-numbers */
const MAGIC_BUY: Readonly<Record<string, [number, string]>> = {
  "+15005550000": [21422, "+15005550000 is not available"],
  "+15005550001": [21421, "+15005550001 is not a valid phone number"],
};

/** Form field, the property it sets, and Twilio's error for a bad URL. */
const URL_FIELDS = [
  ["VoiceUrl", "voiceUrl", 21402],
  ["VoiceFallbackUrl", "voiceFallbackUrl", 21405],
  ["SmsUrl", "smsUrl", 21502],
  ["SmsFallbackUrl", "smsFallbackUrl", 21502],
  ["StatusCallback", "statusCallback", 21609],
] as const;
const METHOD_FIELDS = [
  ["VoiceMethod", "voiceMethod", 21403],
  ["VoiceFallbackMethod", "voiceFallbackMethod", 21406],
  ["SmsMethod", "smsMethod", 21503],
  ["SmsFallbackMethod", "smsFallbackMethod", 21503],
  ["StatusCallbackMethod", "statusCallbackMethod", 21609],
] as const;

/** `…/AvailablePhoneNumbers` and `…/IncomingPhoneNumbers`: search, buy, configure, release. */
export function numbersApi(world: World): Hono {
  const app = new Hono();
  const find = (c: Context) => {
    const number = world.books.data.numbers.find((one) => one.sid === sidOf(c));
    if (!number) throw notFound(c);
    return number;
  };
  app.get("/AvailablePhoneNumbers/:country/:file", (c) => c.json(available(world, c)));
  app.post("/IncomingPhoneNumbers.json", async (c) =>
    c.json(present(world, await buy(world, await formOf(c))), 201),
  );
  app.get("/IncomingPhoneNumbers.json", (c) =>
    pageOf(c, "incoming_phone_numbers", owned(world, c.req.query()), (number) => present(world, number)),
  );
  app.get("/IncomingPhoneNumbers/:file", (c) => c.json(present(world, find(c))));
  app.post("/IncomingPhoneNumbers/:file", async (c) => {
    const number = find(c);
    Object.assign(number, settingsOf(await formOf(c)), { updatedAt: isoNow() });
    numbersChanged(world);
    return c.json(present(world, number));
  });
  app.delete("/IncomingPhoneNumbers/:file", (c) => {
    const number = find(c);
    world.books.data.numbers = world.books.data.numbers.filter((one) => one !== number);
    numbersChanged(world);
    return c.body(null, 204);
  });
  return app;
}

function available(world: World, c: Context) {
  const country = (c.req.param("country") ?? "").toUpperCase();
  const kind = sidOf(c);
  if (!["CA", "US"].includes(country) || !["Local", "TollFree"].includes(kind)) throw notFound(c);
  const query = c.req.query();
  if (query.Contains && query.Contains.replace(/^\+/, "").length < 2) {
    throw new RestError(400, 21401, "Contains needs at least two characters");
  }
  const found = searchNumbers(world, {
    country,
    type: kind === "Local" ? "local" : "tollfree",
    ...(query.AreaCode && { areaCode: query.AreaCode }),
    ...(query.Contains && { contains: query.Contains }),
    ...(query.InRegion && { region: query.InRegion }),
    ...(query.InLocality && { locality: query.InLocality }),
    limit: Math.min(30, Math.max(1, Number(query.PageSize ?? 30) || 30)),
  });
  const uri = `${accountPath(world)}/AvailablePhoneNumbers/${country}/${kind}.json`;
  return { available_phone_numbers: found.map((offered) => presentOffer(offered, country)), uri };
}

const friendly = (number: string) => `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`;

function presentOffer({ phoneNumber, place }: Offered, country: string) {
  return {
    address_requirements: "none",
    beta: false,
    capabilities: { voice: true, SMS: true, MMS: true },
    friendly_name: friendly(phoneNumber),
    iso_country: country,
    lata: null,
    latitude: null,
    locality: place?.city ?? null,
    longitude: null,
    phone_number: phoneNumber,
    postal_code: place?.postalCode ?? null,
    rate_center: place?.city ?? null,
    region: place?.region ?? null,
  };
}

async function buy(world: World, form: Form): Promise<OwnedNumber> {
  const offered = chosen(world, form);
  const now = isoNow();
  const number: OwnedNumber = {
    sid: newSid("PN"),
    phoneNumber: offered,
    friendlyName: friendly(offered),
    voiceUrl: "",
    voiceMethod: "POST",
    voiceFallbackUrl: "",
    voiceFallbackMethod: "POST",
    smsUrl: "",
    smsMethod: "POST",
    smsFallbackUrl: "",
    smsFallbackMethod: "POST",
    statusCallback: "",
    statusCallbackMethod: "POST",
    createdAt: now,
    updatedAt: now,
    ...settingsOf(form),
  };
  world.books.data.numbers.push(number);
  numbersChanged(world);
  return number;
}

function chosen(world: World, form: Form): string {
  const phoneNumber = form.get("PhoneNumber");
  const areaCode = form.get("AreaCode");
  if (phoneNumber) {
    const magic = MAGIC_BUY[phoneNumber];
    if (magic) throw new RestError(400, ...magic);
    if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber)) {
      throw new RestError(400, 21421, `${phoneNumber} is not a valid phone number`);
    }
    if (!offeredNumber(world, phoneNumber))
      throw new RestError(400, 21422, `${phoneNumber} is not available`);
    return phoneNumber;
  }
  if (!areaCode) throw new RestError(400, 21404, "PhoneNumber or AreaCode is required");
  for (const country of ["CA", "US"]) {
    const [first] = searchNumbers(world, { country, type: "local", areaCode, limit: 1 });
    if (first) return first.phoneNumber;
  }
  throw new RestError(400, 21452, `No phone numbers found in area code ${areaCode}`);
}

/** The settings given in the form; those left out stay as they are. */
function settingsOf(form: Form): Partial<OwnedNumber> {
  const settings: Partial<OwnedNumber> = {};
  for (const [field, property, code] of URL_FIELDS) {
    const value = form.get(field);
    if (value === undefined) continue;
    if (value !== "" && !isWebhookUrl(value))
      throw new RestError(400, code, `${field} is not a valid URL: ${value}`);
    settings[property] = value;
  }
  for (const [field, property, code] of METHOD_FIELDS) {
    const value = form.get(field)?.toUpperCase();
    if (value === undefined) continue;
    if (value !== "GET" && value !== "POST") throw new RestError(400, code, `${field} must be GET or POST`);
    settings[property] = value;
  }
  const name = form.get("FriendlyName");
  if (name !== undefined) settings.friendlyName = name;
  return settings;
}

function owned(world: World, query: Record<string, string>): OwnedNumber[] {
  const digits = query.PhoneNumber?.replace(/[^\d]/g, "");
  return world.books.data.numbers
    .filter((number) => !digits || number.phoneNumber.includes(digits))
    .filter((number) => !query.FriendlyName || number.friendlyName === query.FriendlyName)
    .reverse();
}

function present(world: World, number: OwnedNumber) {
  return {
    sid: number.sid,
    account_sid: world.accountSid,
    api_version: "2010-04-01",
    address_requirements: "none",
    address_sid: null,
    beta: false,
    bundle_sid: null,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    emergency_status: "Inactive",
    friendly_name: number.friendlyName,
    identity_sid: null,
    origin: "twilio",
    phone_number: number.phoneNumber,
    sms_application_sid: "",
    sms_fallback_method: number.smsFallbackMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_method: number.smsMethod,
    sms_url: number.smsUrl,
    status: "in-use",
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    trunk_sid: null,
    type: "local",
    uri: `${accountPath(world)}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_method: number.voiceMethod,
    voice_receive_mode: "voice",
    voice_url: number.voiceUrl,
  };
}
