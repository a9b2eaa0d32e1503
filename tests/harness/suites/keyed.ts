import { expect, test } from "vitest";
import { drainBackground } from "../../../functions/platform/background.ts";
import type { Contract } from "../../../functions/platform/contract.ts";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import { expectContracted, expectNamed, expectRefusal } from "./answers.ts";
import { crossingsOf, dyingAfter } from "./death.ts";
import { arranged, ask, type Bench, changingNothing, type Parts } from "./route-bench.ts";
import type { World } from "./world.ts";

/** What a route promises whose writes take an Idempotency-Key. */
export function takesKeys(contract: Contract, bench: Bench): void {
  test("a key makes the repeat harmless, and is good for this one request only", async () => {
    const parts = await arranged(bench);
    const keyed = (body: unknown = parts.body ?? {}) =>
      ask(bench, parts, {
        as: bench.caller,
        headers: { "idempotency-key": "once-only" },
        body: JSON.stringify(body),
      });
    const first = await keyed();
    const answered = await first.text();
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect({ status: first.status, answered }).toMatchObject({ status: contract.status ?? 200 });

    const again = await changingNothing(bench, () => keyed());
    expect(again.status).toBe(first.status);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await again.json()).toEqual(JSON.parse(answered));

    const other = await changingNothing(bench, () => keyed({ ...(parts.body as object), reason: "another" }));
    await expectRefusal(other, 409, "idempotency_mismatch");
  });

  test("400 for a key that is none", async () => {
    const response = await ask(bench, await arranged(bench), {
      as: bench.caller,
      headers: { "idempotency-key": "a b" },
    });
    expectNamed(await expectRefusal(response, 400, "invalid_request"), "Idempotency-Key");
  });

  test("wherever the process dies, the same request again ends in the same answer and in one effect", async () => {
    const whole = await lived(bench);
    expect(whole.response.status).toBeLessThan(300);
    for (let crossings = 0; crossings < whole.crossings; crossings++) {
      const { again, lost, effects } = await diedAndAsked(bench, crossings);
      expect({ crossings, status: again.status }).toEqual({ crossings, status: contract.status ?? 200 });
      const answered = await expectContracted(contract, again);
      expect({ crossings, effects }).toEqual({ crossings, effects: whole.effects });
      // The last thing done is to keep the answer: what was about to be said then is what is said now.
      if (crossings === whole.crossings - 1) expect(answered).toEqual(await lost.json());
    }
  }, 60_000);
}

const under = (bench: Bench, parts: Parts, key: string) =>
  ask(bench, parts, { as: bench.caller, headers: { "idempotency-key": key } });

/** A request that nothing happens to: how often it crosses to others, and what it leaves behind. */
async function lived(bench: Bench) {
  const parts = await arranged(bench);
  const key = uuidv7();
  const effectsSince = await effectsFrom(bench.world);
  const { result, crossings } = await crossingsOf(bench.world, () => under(bench, parts, key));
  return { response: result, crossings, effects: await effectsSince() };
}

/** A request whose process dies, and the same one again when the key's lock has lapsed. */
async function diedAndAsked(bench: Bench, crossings: number) {
  const parts = await arranged(bench);
  const key = uuidv7();
  const effectsSince = await effectsFrom(bench.world);
  const { result: lost } = await dyingAfter(bench.world, crossings, async () => {
    const response = await under(bench, parts, key);
    await drainBackground();
    return response;
  });
  await aMinuteLater(bench.world);
  const again = await under(bench, parts, key);
  return { lost, again, effects: await effectsSince() };
}

/** What a process holds for as long as it may live has lapsed. */
async function aMinuteLater({ sql }: World): Promise<void> {
  await sql`update public.idempotency_keys set locked_until = now() where locked_until > now()`;
  await sql`update public.phone_numbers set buying_until = now() where buying_until > now()`;
}

/** How many rows a write adds to each table, and what it has a provider do. */
async function effectsFrom(world: World) {
  const before = await amounts(world);
  return async () => {
    const after = await amounts(world);
    return Object.fromEntries(
      Object.entries(after)
        .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
        .filter(([, added]) => added !== 0),
    );
  };
}

/** The relay hands on what a dead process could not, and it stands still here. */
const LATER = ["event_dispatches"];

async function amounts(world: World): Promise<Record<string, number>> {
  const rows = Object.entries(await world.fingerprint()).map(([table, print]) => [
    table,
    Number.parseInt(print, 10),
  ]);
  const taken = ["twilio", "stripe"].map((provider) => [provider, world.taken(provider, "POST", "/").length]);
  return Object.fromEntries([...rows.filter(([table]) => !LATER.includes(String(table))), ...taken]);
}
