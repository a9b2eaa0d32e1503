import { buyNumber, CALLER, type startProduct, type TwilioWorld } from "./twilio-world.ts";

/** A document of TwiML with these verbs. */
export const xml = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`;

/** Somebody who rings the number that this product has just bought, in a world that is as new. */
export async function newCaller(world: TwilioWorld, product: Product) {
  world.twilio.reset("everything");
  world.kernel.faults.clear();
  const bought = await buyNumber(world, product.url, { VoiceFallbackUrl: `${product.url}/fallback` });
  const shop = bought.phone_number;
  return {
    shop,
    ring: async () => (await world.control("POST", "/calls", { from: CALLER, to: shop })).body,
    act: async (sid: string, action: object) => (await world.control("POST", `/calls/${sid}`, action)).body,
  };
}

export type Product = Awaited<ReturnType<typeof startProduct>>;
export type Caller = Awaited<ReturnType<typeof newCaller>>;
