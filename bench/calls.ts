import { countRequests, type Sent, type World } from "./lib/world.ts";

type Heard = { callSid: string; expects: string };

const TURNS = ["I'd like to order", "two large pepperoni pizzas and a coke", "that's all", "yes"];
const CALLS = 60;
const AT_ONCE = 6;

export type CallFigures = {
  paidOrdersPerSecond: number;
  perPaidOrder: Sent;
  /** Of the database round trips, most frequent first. */
  byAddress: { address: string; perPaidOrder: number }[];
};

/** Whole calls, from the ring to the receipt: voice, four turns, order, payment link, payment, receipt and alerts. */
export async function benchCalls({ product, number }: World): Promise<CallFigures> {
  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${product.url}/_sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const texts = async (to: string) =>
    (
      await control<{ messages: { body: string; links: string[] }[] }>(
        "GET",
        `/sms?to=${encodeURIComponent(to)}`,
      )
    ).messages;

  const one = async (caller: number): Promise<void> => {
    const from = `+1514556${String(caller).padStart(4, "0")}`;
    const call = await control<Heard>("POST", "/calls", { from, to: number });
    for (const speech of TURNS) await control("POST", `/calls/${call.callSid}`, { speech });
    const link = await until(async () => (await texts(from)).flatMap(({ links }) => links)[0]);
    await control("POST", `/checkout/${link.split("/").at(-1)}`, { outcome: "pay" });
    await until(async () => (await texts(from)).find(({ body }) => body.includes("is paid")));
  };

  await one(0);
  const counter = countRequests();
  const startedAt = performance.now();
  let next = 1;
  const worker = async () => {
    while (next <= CALLS) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - startedAt) / 1000;
  counter.stop();
  const each = (count: number) => Math.round((count / CALLS) * 10) / 10;
  const { database, queue, messages, providers } = counter.counts;
  return {
    paidOrdersPerSecond: CALLS / seconds,
    perPaidOrder: {
      database: each(database),
      queue: each(queue),
      messages: each(messages),
      providers: each(providers),
    },
    byAddress: [...counter.byAddress]
      .sort(([, a], [, b]) => b - a)
      .map(([address, count]) => ({ address, perPaidOrder: each(count) })),
  };
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error("what was waited for did not come in 20 seconds");
}
