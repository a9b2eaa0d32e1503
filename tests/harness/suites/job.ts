import { beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import { type JobSpec, jobPath } from "../../../functions/platform/job-spec.ts";
import { expectNoInsides, expectRefusal } from "./answers.ts";
import { qstashHeaders } from "./schemes.ts";
import { openShop, type Shop } from "./shop.ts";
import type { World } from "./world.ts";

/** A provider's part in a job. */
export type JobProvider = {
  name: "twilio" | "stripe" | "smtp";
  /** Part of the path the job asks, for faults to strike. */
  path: string;
  /** What a final no leads to: the dead letters (489), or 200 because it is kept as the answer. */
  refused: 489 | 200;
  /** Status by which this provider says no; default 400. */
  no?: number;
  /** Status of a failure that may pass; default 503. */
  later?: number;
  /** Requests that do the effect at the provider, for counting; absent when the job only asks. */
  effect?: { method: string; path: string };
  /** SMTP cannot be asked what became of a message: it is sent again, under the same Message-ID. */
  cannotTell?: true;
};

export type JobCase = {
  spec: JobSpec;
  /** Arranges something to do in this shop; answers the job's own part of the payload. */
  arrange(shop: Shop, world: World): Promise<object> | object;
  provider?: JobProvider;
  /** Nothing to check in its payload, or one that even nonsense satisfies. */
  anyPayload?: true;
};

/** What every job promises. `world` is asked for when the tests run. */
export function jobSuite(job: JobCase, world: () => World): void {
  describe(`job ${job.spec.name}`, () => {
    const bench = {} as Bench;
    beforeAll(async () => {
      Object.assign(bench, { job, world: world(), shop: await openShop(world()) });
    });
    trustsTheQueue(bench);
    distrustsOthers(bench);
    readsItsPayload(job, bench);
    doesItOnce(bench);
    if (job.provider) livesWithItsProvider(job.provider, bench);
  });
}

type Bench = { job: JobCase; world: World; shop: Shop };

/** The message as a publisher makes it. */
async function arranged({ job, shop, world }: Bench): Promise<string> {
  const own = await job.arrange(shop, world);
  const envelope = { requestId: `request-${uuidv7()}`, eventId: null };
  const whose = job.spec.scope === "installation" ? {} : { merchantId: shop.id };
  return JSON.stringify({ ...own, ...whose, ...envelope });
}

type DeliverOptions = Parameters<typeof qstashHeaders>[2];

function deliver({ job, world }: Bench, body: string, options: DeliverOptions | null = {}) {
  const target = jobPath(job.spec.name);
  return world.send(target, {
    method: "POST",
    body,
    headers: {
      ...{ "content-type": "application/json", "upstash-message-id": "msg_1", "upstash-retried": "0" },
      ...(options ? qstashHeaders(target, body, options) : {}),
    },
  });
}

async function changingNothing<T>({ world }: Bench, act: () => Promise<T>): Promise<T> {
  const before = await world.fingerprint();
  const result = await act();
  expect(await world.fingerprint()).toEqual(before);
  return result;
}

async function expectDone(response: Response): Promise<void> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 200 });
  expect(JSON.parse(text)).toMatchObject({ outcome: "done" });
}

/** QStash moves a 489 with this header to its dead letters at once. */
async function expectPermanent(response: Response): Promise<string> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 489 });
  expect(response.headers.get("upstash-nonretryable-error")).toBe("true");
  return text;
}

async function expectRetry(response: Response): Promise<void> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 503 });
  expect(response.headers.get("upstash-nonretryable-error")).toBeNull();
}

function trustsTheQueue(bench: Bench): void {
  test("200 when the queue signed with its current key, or already with the next", async () => {
    await expectDone(await deliver(bench, await arranged(bench)));
    const key = process.env.QSTASH_NEXT_SIGNING_KEY;
    await expectDone(await deliver(bench, await arranged(bench), { key }));
  });
}

function distrustsOthers(bench: Bench): void {
  const strangers: [string, DeliverOptions | null][] = [
    ["unsigned", null],
    ["signed by somebody else", { key: "sig_of_somebody_else" }],
    ["signed for another job", { url: "https://shop.example/api/jobs/another" }],
    ["signed for another body", { body: "{}x" }],
    ["stale", { agoSeconds: 400 }],
  ];
  test.each(strangers)("401 when the message is %s, and nothing is done", async (_, options) => {
    const body = await arranged(bench);
    const before = await bench.world.traces();
    const response = await deliver(bench, body, options);
    expect(await bench.world.traces()).toEqual(before);
    await expectRefusal(response, 401, "unauthenticated").catch((error: unknown) => {
      // Only QStash reads a job's answer: it needs no headers for browsers.
      if (!String(error).includes("nosniff")) throw error;
    });
  });

  test("413 for a body that no queue sends, before its signature is looked at", async () => {
    const body = `"${"x".repeat(1024 * 1024)}"`;
    const response = await deliver(bench, body);
    expect(response.status).toBe(413);
    await response.body?.cancel();
  });

  test("405 for GET", async () => {
    const response = await bench.world.send(jobPath(bench.job.spec.name));
    expect(response.status).toBe(405);
  });
}

function readsItsPayload({ spec, anyPayload }: JobCase, bench: Bench): void {
  test("489 for what is not JSON: it will not get better", async () => {
    expect(await expectPermanent(await deliver(bench, "{"))).toContain("not JSON");
  });

  test.runIf(!anyPayload)("489 for a payload with nothing in it, naming what is missing", async () => {
    const body = JSON.stringify({ merchantId: bench.shop.id });
    expect(await expectPermanent(await changingNothing(bench, () => deliver(bench, body)))).toContain(
      "payload is wrong",
    );
  });

  test.runIf(spec.scope !== "installation")("489 for a payload of no merchant", async () => {
    const { merchantId: _, ...rest } = JSON.parse(await arranged(bench)) as Record<string, unknown>;
    const response = await changingNothing(bench, () => deliver(bench, JSON.stringify(rest)));
    expect(await expectPermanent(response)).toContain("merchantId");
  });

  test.runIf(spec.scope !== "installation")(
    "another merchant's message reaches nothing of this one's",
    async () => {
      const other = await openShop(bench.world);
      const body = JSON.stringify({ ...(JSON.parse(await arranged(bench)) as object), merchantId: other.id });
      const before = await bench.world.fingerprint(bench.shop.id);
      await (await deliver(bench, body)).text();
      expect(await bench.world.fingerprint(bench.shop.id)).toEqual(before);
    },
  );
}

function doesItOnce(bench: Bench): void {
  test("delivered twice, done once: here and at the provider", async () => {
    const body = await arranged(bench);
    await expectDone(await deliver(bench, body));
    const effects = effectsOf(bench);
    await expectDone(await changingNothing(bench, () => deliver(bench, body)));
    expect(effectsOf(bench)).toBe(effects);
  });

  test("without the database it is tried again, and then done", async () => {
    const body = await arranged(bench);
    const response = await changingNothing(bench, () =>
      bench.world.withoutDatabase(() => deliver(bench, body)),
    );
    await expectRetry(response);
    await expectDone(await deliver(bench, body));
  });
}

function effectsOf({ job, world }: Bench): number {
  const { effect, name = "" } = job.provider ?? {};
  return effect ? world.taken(name, effect.method, effect.path).length : 0;
}

function livesWithItsProvider(provider: JobProvider, bench: Bench): void {
  const { name, path, refused, no = 400, later = 503, effect, cannotTell } = provider;
  const strike = (fault: object) =>
    bench.world.control("POST", "/faults", { provider: name, path, ...fault });
  const calm = () => bench.world.control("DELETE", "/faults");

  test(`a final no of ${name} is not asked again (${refused})`, async () => {
    const body = await arranged(bench);
    await strike({ status: no, count: 20 });
    const response = await deliver(bench, body);
    await calm();
    if (refused === 200) await expectDone(response);
    else expectNoInsides(await expectPermanent(response));
  });

  test(`when ${name} cannot just now, it is tried again and done once`, async () => {
    const body = await arranged(bench);
    await strike({ status: later });
    await expectRetry(await deliver(bench, body));
    await calm();
    const before = effectsOf(bench);
    await expectDone(await deliver(bench, body));
    if (effect) expect(effectsOf(bench)).toBe(before + 1);
  });

  test(`when ${name} cuts the line, the next attempt finds out what was done`, async () => {
    const body = await arranged(bench);
    const before = effectsOf(bench);
    await strike({ drop: true });
    await expectRetry(await deliver(bench, body));
    await calm();
    await expectDone(await deliver(bench, body));
    if (effect && !cannotTell) expect(distinctEffects(bench, before)).toBe(1);
  });
}

/** A repeat under the same idempotency key is the same effect. */
function distinctEffects({ job, world }: Bench, from: number): number {
  const { effect, name = "" } = job.provider ?? {};
  const made = effect ? world.taken(name, effect.method, effect.path).slice(from) : [];
  return new Set(made.map(({ headers }, index) => headers["idempotency-key"] ?? index)).size;
}
