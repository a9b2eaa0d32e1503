import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../world/random.ts";
import type { World } from "../world/world.ts";
import { type PlayedCall, playCall } from "./call.ts";
import { type CallScript, hiddenOrder, ordering, others } from "./scripts.ts";
import type { Shop, Shops } from "./shops.ts";
import { type Decision, decide, type StaffAction } from "./staff.ts";

/** Everything one caller, and staff because of them, did. */
export type Visit = { number: number; calls: PlayedCall[]; decisions: Decision[]; fate: string };

/** What becomes of an order after the call. */
const FATES = [
  "pay",
  "pay",
  "pay, fulfil",
  "decline, pay",
  "delay",
  "delay-fail",
  "ignore",
  "cancel",
  "cancel and pay at once",
  "pay, refund",
  "pay, refund in parts",
  "pay, refund, bank refuses",
  "pay, fulfil, refund",
  "resend, pay",
  "pay twice",
] as const;

const TEXTS = ["STOP", "ARRET", "START", "HELP", "What time do you close?"] as const;

/** With this many rehearsed visits every script and every fate has been played once. */
export const REHEARSAL = FATES.length + others.length;

type Scene = { world: World; shops: Shops; random: Random; visit: Visit; from: string };

export type VisitPlan = {
  /** With the seed it decides all that happens. */
  number: number;
  /** Which visit of the rehearsal this one repeats; drawn at random when absent. */
  rehearsed?: number | undefined;
};

/** One caller from the first ring to the last that becomes of it. */
export async function playVisit(
  world: World,
  shops: Shops,
  { number, rehearsed }: VisitPlan,
  random: Random,
): Promise<Visit> {
  const visit: Visit = { number, calls: [], decisions: [], fate: "" };
  const scene = { world, shops, random, visit, from: phoneOf(number) };
  const script = rehearsed === undefined ? drawScript(scene) : rehearsal(rehearsed);
  if (random.chance(0.1)) await text(scene, shops[script.shop], random.pick(["STOP", "ARRET"]));
  const shop = shops[script.shop];
  visit.calls.push(await playCall(world.sandbox.twilio, script, scene.from, shop.number));
  const link =
    ordering.includes(script) || script.name === "hidden, orders" ? await firstLink(scene, shop) : undefined;
  if (link)
    await meetFate(
      scene,
      shop,
      link,
      (rehearsed === undefined ? undefined : FATES[rehearsed]) ?? random.pick(FATES),
    );
  if (random.chance(0.12)) await text(scene, shop, random.pick(TEXTS));
  return visit;
}

const rehearsal = (number: number): CallScript =>
  ordering[number < FATES.length ? number % ordering.length : ordering.length] ??
  others[number - FATES.length] ??
  ordering[0];

function drawScript({ random, from }: Scene): CallScript {
  if (random.chance(0.06)) return hiddenOrder(from);
  return random.chance(0.65) ? random.pick(ordering) : random.pick(others);
}

async function meetFate(scene: Scene, shop: Shop, link: Link, fate: string): Promise<void> {
  const { random, visit, world } = scene;
  visit.fate = fate;
  const staff = (action: StaffAction, amountCents?: number) => {
    const key = `visit-${visit.number}-${visit.decisions.length}`;
    const decision = { action, orderId: link.orderId, key, ...(amountCents ? { amountCents } : {}) };
    return decide(world, shop, decision).then((made) => void visit.decisions.push(made));
  };
  const pay = (outcome: Outcome) => checkout(world, link.session, outcome);
  const paid = () => until(() => statusOf(scene, link.orderId).then((status) => status === "paid"));
  switch (visit.fate) {
    case "ignore":
      return;
    case "decline, pay":
      pay("decline");
      return pay("pay");
    case "delay":
    case "delay-fail":
      return pay(visit.fate);
    case "cancel":
      return staff("cancel");
    case "cancel and pay at once": {
      const cancelling = staff("cancel");
      await sleep(random.int(150));
      pay("pay");
      return cancelling;
    }
    case "resend, pay":
      await staff("resend-link");
      return pay("pay");
    case "pay twice":
      await staff("resend-link");
      pay("pay");
      return pay("pay");
    default:
      pay("pay");
  }
  if (visit.fate.includes("fulfil") && (await paid())) await staff("fulfil");
  if (!visit.fate.includes("refund") || !(await paidOrFulfilled(scene, link.orderId))) return;
  await staff("refund", visit.fate.includes("parts") ? 100 + random.int(200) : undefined);
  if (visit.fate.includes("parts")) await staff("refund", 100 + random.int(200));
  if (visit.fate.includes("bank refuses")) await bankRefuses(scene, link);
}

type Outcome = "pay" | "decline" | "delay" | "delay-fail";

/** A page that has closed in the meantime says so: the customer shrugs. */
function checkout({ sandbox }: World, session: string, outcome: Outcome): void {
  try {
    sandbox.stripe.checkout(session, outcome, { email: "guest@example.com" });
  } catch {
    return;
  }
}

async function bankRefuses({ world }: Scene, link: Link): Promise<void> {
  const refund = () =>
    Object.values(world.sandbox.stripe.books())
      .flatMap(({ refunds, sessions }) => {
        const intent = sessions.find(({ id }) => id === link.session)?.payment_intent;
        return refunds.filter((one) => one.payment_intent === intent);
      })
      .at(0);
  await until(async () => refund() !== undefined);
  const made = refund();
  if (made) world.sandbox.stripe.failRefund(made.id);
}

type Link = { session: string; orderId: string };

/** The payment page that was texted, as soon as it is; undefined when it does not come while the customer waits. */
async function firstLink({ world, from }: Scene, shop: Shop): Promise<Link | undefined> {
  const find = () => {
    const texts = world.sandbox.twilio.sms.list({ to: from, from: shop.number });
    const session = texts.map(({ body }) => /cs_test_\w+/.exec(body)?.[0]).findLast(Boolean);
    if (!session) return undefined;
    const books = Object.values(world.sandbox.stripe.books()).flatMap(({ sessions }) => sessions);
    const orderId = books.find(({ id }) => id === session)?.client_reference_id;
    return orderId ? { session, orderId } : undefined;
  };
  await until(async () => find() !== undefined);
  return find();
}

async function text({ world, from }: Scene, shop: Shop, body: string): Promise<void> {
  await world.sandbox.twilio.sms.receive(from, shop.number, body);
}

async function statusOf({ world }: Scene, orderId: string): Promise<string | undefined> {
  const rows = await world.sql<{ status: string }[]>`select status from orders where id = ${orderId}`.catch(
    () => [],
  );
  return rows[0]?.status;
}

const paidOrFulfilled = (scene: Scene, orderId: string): Promise<boolean> =>
  until(async () => ["paid", "fulfilled"].includes((await statusOf(scene, orderId)) ?? ""));

const PATIENCE_MS = 8_000;

/** True as soon as `check` is, false when patience ends. */
async function until(check: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await check()) return true;
    await sleep(120);
  }
  return false;
}

const AREAS = [
  "438",
  "450",
  "579",
  "613",
  "819",
  "873",
  "416",
  "647",
  "905",
  "604",
  "778",
  "403",
  "587",
  "506",
];

/** 555-01xx belongs to nobody, in whatever area. After 1,400 visits the first callers come back. */
const phoneOf = (visit: number): string =>
  `+1${AREAS[Math.floor(visit / 100) % AREAS.length]}55501${String(visit % 100).padStart(2, "0")}`;
