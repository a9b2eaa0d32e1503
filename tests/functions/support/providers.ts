import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { anOrder, CALLER } from "../../harness/suites/samples.ts";
import { qstashHeaders } from "../../harness/suites/schemes.ts";
import { connectStripe, type Shop } from "../../harness/suites/shop.ts";
import { quiet, type World } from "../../harness/suites/world.ts";

/** The state that Stripe gives back when a person returns from onboarding: taken from the link that we made. */
export async function anOnboardingReturn(world: World, shop: Shop): Promise<{ query: { state: string } }> {
  const account = await connectStripe(world, shop);
  await world.send("/api/config/payments/connect", {
    method: "POST",
    as: shop.owner,
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  const asked = world
    .taken("stripe", "POST", "/account_links")
    .map(({ body }) => new URLSearchParams(body))
    .findLast((form) => form.get("account") === account);
  return { query: { state: new URL(asked?.get("return_url") ?? "").searchParams.get("state") ?? "" } };
}

type Available = { available_phone_numbers: { phone_number: string }[] };
type Recordings = { recordings: { sid: string }[] };

/** Asks the faked carrier as its customer would. */
export async function askTwilio<T>(path: string, form?: Record<string, string>): Promise<T> {
  const { TWILIO_API_BASE_URL: base, TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token } = process.env;
  const response = await fetch(`${base}/2010-04-01/Accounts/${account}${path}`, {
    headers: { authorization: `Basic ${btoa(`${account}:${token}`)}` },
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });
  return (await response.json()) as T;
}

/** Somebody leaves a voicemail at the carrier, on a number that does nothing but record; answers its id. */
export async function aRecording(world: World): Promise<string> {
  const twiml = createServer((_request, response) => {
    response.setHeader("content-type", "text/xml");
    response.end('<Response><Record maxLength="60"/><Hangup/></Response>');
  });
  await new Promise<void>((resolve) => twiml.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = twiml.address() as AddressInfo;
    const free = await askTwilio<Available>("/AvailablePhoneNumbers/CA/Local.json");
    const to = free.available_phone_numbers[0]?.phone_number ?? "";
    await askTwilio("/IncomingPhoneNumbers.json", { PhoneNumber: to, VoiceUrl: `http://127.0.0.1:${port}/` });
    const { callSid } = await world.control<{ callSid: string }>("POST", "/calls", {
      from: "+15145550199",
      to,
    });
    await world.control("POST", `/calls/${callSid}`, { speech: "It is Ann, call me back.", hangup: true });
    const { recordings } = await askTwilio<Recordings>(`/Recordings.json?CallSid=${callSid}`);
    return recordings[0]?.sid ?? "";
  } finally {
    twiml.closeAllConnections();
    twiml.close();
  }
}

/** A wish for a number, noted before the carrier was asked. */
export async function aPendingNumber({ sql }: World, shop: Shop): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into public.phone_numbers (merchant_id, request, buying_until)
    values (${shop.id}, '{"country": "CA"}', now()) returning id`;
  return row?.id ?? "";
}

async function createCheckout(world: World, shop: Shop, orderId: string): Promise<void> {
  const target = "/api/jobs/create-checkout";
  const asked = { orderId, attempt: 1, requestedAt: new Date().toISOString(), merchantId: shop.id };
  const body = JSON.stringify({ ...asked, requestId: "request-sample", eventId: null });
  const response = await world.send(target, { method: "POST", body, headers: qstashHeaders(target, body) });
  if (!response.ok) throw new Error(`The checkout was not made: ${await response.text()}`);
}

/** An order whose page is open at Stripe; answers its id. */
export async function anOpenCheckout(world: World, shop: Shop): Promise<string> {
  const { id } = await anOrder(world, shop);
  await world.sql`delete from public.payments where order_id = ${id}`;
  await createCheckout(world, shop, id);
  return id;
}

/** An order that was paid at Stripe, of which the product has heard. */
export async function aPaidOrder(world: World, shop: Shop): Promise<Awaited<ReturnType<typeof anOrder>>> {
  const id = await anOpenCheckout(world, shop);
  const session = async () => {
    const [row] = await world.sql<{ id: string; sessionId: string; intent: string | null }[]>`
      select id, session_id as "sessionId", payment_intent_id as intent from public.payments where order_id = ${id}`;
    return row;
  };
  const sessionId = (await session())?.sessionId ?? "";
  await world.control("POST", `/checkout/${sessionId}`, { outcome: "pay" });
  await quiet(world);
  const payment = await session();
  return {
    id,
    sessionId,
    paymentId: payment?.id ?? "",
    paymentIntentId: payment?.intent ?? "",
    totalCents: 1150,
  };
}

/** A call to the shop's number that is over, and of which the carrier could not tell us anything. */
export async function aLostCall({ control }: World, shop: Shop): Promise<void> {
  await control("POST", "/faults", { provider: "twilio", path: "/webhooks/twilio/", drop: true, count: 50 });
  await control("POST", "/calls", { from: CALLER, to: shop.number });
  await control("DELETE", "/faults");
}
