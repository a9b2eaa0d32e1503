import { beforeAll, describe, expect, test } from "vitest";
import { type JobSpec, jobPath } from "../../../functions/platform/job-spec.ts";
import { expectMarked, expectNoInsides, expectRefusal } from "./answers.ts";
import { qstashHeaders, type Scheme } from "./schemes.ts";
import { openShop, type Shop } from "./shop.ts";
import type { World } from "./world.ts";

/** A provider's request: path with query, and the body as it is signed. */
export type Delivery = { target: string; body: string };

export type SignedWebhookCase = {
  path: `/api/webhooks/${string}`;
  scheme: Scheme;
  /** A request that has an effect in this shop. */
  arrange(shop: Shop, world: World): Promise<Delivery> | Delivery;
  /** Signed, and yet not what the provider documents: refused with 400, or none of our business. */
  odd: { what: string; change(delivery: Delivery): Partial<Delivery>; status: 400 | 200 }[];
  /** What it answers to a request that works. */
  answers: { contentType: string; text: RegExp };
  /** It answers without asking the database, and stores nothing. */
  aloof?: true;
  /** Without the database it leaves its work to this job and answers all the same. */
  leaves?: JobSpec;
};

const MAX_BODY = 256 * 1024;

/** What every webhook promises. `world` is asked for when the tests run. */
export function signedWebhookSuite(webhook: SignedWebhookCase, world: () => World): void {
  describe(`webhook ${webhook.path}`, () => {
    const bench = {} as Bench;
    beforeAll(async () => {
      Object.assign(bench, { webhook, world: world(), shop: await openShop(world()) });
    });
    trusts(webhook, bench);
    distrusts(webhook, bench);
    understands(webhook, bench);
    survives(webhook, bench);
  });
}

type Bench = { webhook: SignedWebhookCase; world: World; shop: Shop };

const arranged = async ({ webhook, shop, world }: Bench) => webhook.arrange(shop, world);

function deliver({ webhook, world }: Bench, { target, body }: Delivery, headers: Record<string, string>) {
  return world.send(target, {
    method: "POST",
    body,
    headers: { "content-type": webhook.scheme.contentType, ...headers },
  });
}

const deliverSigned = (bench: Bench, delivery: Delivery) =>
  deliver(bench, delivery, bench.webhook.scheme.sign(delivery.target, delivery.body));

/** Nothing may be stored meanwhile. */
async function storingNothing<T>({ world }: Bench, act: () => Promise<T>): Promise<T> {
  const before = await world.fingerprint();
  const result = await act();
  expect(await world.fingerprint()).toEqual(before);
  return result;
}

async function expectAnswer({ webhook }: Bench, response: Response): Promise<string> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 200 });
  expectMarked(response);
  expect(response.headers.get("content-type")).toContain(webhook.answers.contentType);
  expect(text).toMatch(webhook.answers.text);
  return text;
}

function trusts({ aloof }: SignedWebhookCase, bench: Bench): void {
  test("200 to what is signed, and again 200 without a second effect", async () => {
    const delivery = await arranged(bench);
    const before = await bench.world.fingerprint();
    const first = await expectAnswer(bench, await deliverSigned(bench, delivery));
    const after = await bench.world.fingerprint();
    if (aloof) expect(after).toEqual(before);
    else expect(after).not.toEqual(before);
    const again = await storingNothing(bench, () => deliverSigned(bench, delivery));
    const text = await expectAnswer(bench, again);
    if (bench.webhook.answers.contentType.includes("xml")) expect(text).toBe(first);
  });

  test("two deliveries at once have one effect, and neither is refused", async () => {
    const delivery = await arranged(bench);
    const both = await Promise.all([deliverSigned(bench, delivery), deliverSigned(bench, delivery)]);
    for (const response of both) await expectAnswer(bench, response);
    await storingNothing(bench, async () => expectAnswer(bench, await deliverSigned(bench, delivery)));
  });
}

function distrusts({ scheme }: SignedWebhookCase, bench: Bench): void {
  const refused = async (what: (delivery: Delivery) => [Delivery, Record<string, string>]) => {
    const [sent, headers] = what(await arranged(bench));
    const before = await bench.world.traces();
    await expectRefusal(await deliver(bench, sent, headers), 401, "unauthenticated");
    expect(await bench.world.traces()).toEqual(before);
  };
  test("401 without a signature", () => refused((delivery) => [delivery, {}]));
  test("401 when somebody else signed", () =>
    refused((delivery) => [delivery, scheme.forge(delivery.target, delivery.body)]));
  test("401 with nonsense for a signature", () =>
    refused((delivery) => {
      const [name = ""] = Object.keys(scheme.sign("", ""));
      return [delivery, { [name]: "nonsense, v1=, t=" }];
    }));
  test("401 when the body was changed after signing", () =>
    refused((delivery) => {
      const changed = delivery.body.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
      return [{ ...delivery, body: changed }, scheme.sign(delivery.target, delivery.body)];
    }));
  test.runIf(scheme.lifetime)("401 when the signature is stale: an old delivery cannot be played again", () =>
    refused((delivery) => [
      delivery,
      scheme.sign(delivery.target, delivery.body, (scheme.lifetime ?? 0) + 5),
    ]),
  );
  test.runIf(!scheme.lifetime)("401 when it was signed for another address", () =>
    refused((delivery) => [delivery, scheme.sign(`${delivery.target}x`, delivery.body)]),
  );
}

function understands({ odd }: SignedWebhookCase, bench: Bench): void {
  test("405 for GET and other methods, saying POST", async () => {
    const { target } = await arranged(bench);
    for (const method of ["GET", "PUT", "DELETE"]) {
      const response = await bench.world.send(target, { method });
      await expectRefusal(response, 405, "method_not_allowed");
      expect(response.headers.get("allow")).toBe("POST");
    }
  });

  test("413 for a body no provider sends, before its signature is looked at", async () => {
    const { target } = await arranged(bench);
    const body = "x".repeat(MAX_BODY + 1);
    const response = await storingNothing(bench, () => deliverSigned(bench, { target, body }));
    await expectRefusal(response, 413, "payload_too_large");
  });

  test.each(odd.map((one): [number, string, (typeof odd)[number]] => [one.status, one.what, one]))(
    "%i to %s",
    async (status, _, { change }) => {
      const delivery = await arranged(bench);
      const response = await storingNothing(bench, () =>
        deliverSigned(bench, { ...delivery, ...change(delivery) }),
      );
      if (status === 400) return void (await expectRefusal(response, 400, "invalid_request"));
      const text = await response.text();
      expect({ status: response.status, text }).toMatchObject({ status });
      expectNoInsides(text);
    },
  );
}

function survives({ aloof, leaves }: SignedWebhookCase, bench: Bench): void {
  const deliverWithout = (delivery: Delivery) =>
    storingNothing(bench, () => bench.world.withoutDatabase(() => deliverSigned(bench, delivery)));

  test.runIf(aloof)("200 without the database", async () => {
    await expectAnswer(bench, await deliverWithout(await arranged(bench)));
  });

  test.runIf(leaves)("without the database the queue is left a job that has the effect, once", async () => {
    const delivery = await arranged(bench);
    for (let time = 0; time < 2; time++) await expectAnswer(bench, await deliverWithout(delivery));
    const before = await bench.world.fingerprint();
    await runLeft(bench);
    expect(await bench.world.fingerprint()).not.toEqual(before);
    await storingNothing(bench, () => runLeft(bench));
    await storingNothing(bench, async () => expectAnswer(bench, await deliverSigned(bench, delivery)));
  });

  test.runIf(leaves)("503 without the database and the queue: the provider has to come again", async () => {
    const delivery = await arranged(bench);
    await bench.world.control("POST", "/faults", { provider: "qstash", status: 503, count: 10 });
    const response = await deliverWithout(delivery);
    await bench.world.control("DELETE", "/faults");
    expect(response.status).toBeGreaterThanOrEqual(500);
    expectNoInsides(await response.text());
  });

  test.runIf(!aloof && !leaves)(
    "503 without the database, and the delivery that follows finds its effect",
    async () => {
      const delivery = await arranged(bench);
      await expectRefusal(await deliverWithout(delivery), 503, "unavailable");
      const before = await bench.world.fingerprint();
      await expectAnswer(bench, await deliverSigned(bench, delivery));
      expect(await bench.world.fingerprint()).not.toEqual(before);
    },
  );
}

/** Brings the job that was left last, as the queue will. */
async function runLeft({ world, webhook }: Bench): Promise<void> {
  const target = jobPath(webhook.leaves?.name ?? "");
  const left = world
    .taken("qstash", "POST", "/v2/batch")
    .flatMap(({ body }) => JSON.parse(body) as { destination: string; body: string }[])
    .findLast(({ destination }) => destination.endsWith(target));
  const body = left?.body ?? "";
  const response = await world.send(target, { method: "POST", body, headers: qstashHeaders(target, body) });
  expect({ status: response.status, text: await response.text() }).toMatchObject({ status: 200 });
}
