import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobPath } from "../../../functions/platform/job-spec.ts";
import type { JobCase } from "../../harness/suites/job.ts";
import { qstashHeaders } from "../../harness/suites/schemes.ts";
import { openShop, type Shop } from "../../harness/suites/shop.ts";
import { openWorld, type World } from "../../harness/suites/world.ts";
import { jobCases } from "../cases/jobs.ts";
import { expectEnvelope, expectSane, fuzz } from "./support/promises.ts";
import { valuesOf } from "./support/schema-values.ts";
import { jsonText, spoiled } from "./support/spoil.ts";
import * as wire from "./support/wire.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const envelopeOf = (shop: Shop, { spec }: JobCase) => ({
  ...(spec.scope === "installation" ? {} : { merchantId: shop.id }),
  ...{ requestId: "request-of-fuzz", eventId: null },
});

type Body = string | Uint8Array<ArrayBuffer>;

/** Messages from almost right to no message. */
async function messagesTo(job: JobCase, shop: Shop): Promise<fc.Arbitrary<Body>> {
  const envelope = envelopeOf(shop, job);
  const right = { ...(await job.arrange(shop, world)), ...envelope };
  const made = valuesOf(job.spec.payload).map((own) => ({ ...(own as object), ...envelope }));
  return fc.oneof(
    { weight: 4, arbitrary: spoiled(fc.constant(right)).map(jsonText) },
    { weight: 4, arbitrary: spoiled(made).map(jsonText) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "{", "null", "[]", "7", "[".repeat(30_000), "\ufeff{}", "[NaN]"),
    },
    { weight: 1, arbitrary: wire.rawBodies },
  );
}

function deliver({ spec }: JobCase, body: Body, headers: Record<string, string>): Promise<Response> {
  return world.send(jobPath(spec.name), {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

describe.each(jobCases.map((job) => [job.spec.name, job] as const))("job %s", (_, job) => {
  const target = jobPath(job.spec.name);

  test("does, or gives up for good, whatever the queue signed", async () => {
    const shop = await openShop(world);
    const retried = fc.constantFrom("0", "5", "-1", "1e400", "many");
    const inputs = fc.tuple(await messagesTo(job, shop), wire.oddHeaders, retried, wire.oddContentType);
    await fuzz(inputs, 25, async ([body, odd, count, type]) => {
      const odder = wire.given({ ...odd, "content-type": type, "upstash-retried": count });
      const response = await deliver(job, body, { ...odder, ...qstashHeaders(target, body) });
      const text = await expectSane(response);
      // Bytes that are no UTF-8 are not what we read, so they are not what was signed.
      const answers = typeof body === "string" ? [200, 489] : [200, 489, 401];
      expect(answers, text).toContain(response.status);
    });
    const again = JSON.stringify({ ...(await job.arrange(shop, world)), ...envelopeOf(shop, job) });
    const response = await deliver(job, again, qstashHeaders(target, again));
    expect({ status: response.status, text: await response.text() }).toMatchObject({ status: 200 });
  }, 60_000);

  test("does nothing that the queue did not sign", async () => {
    const shop = await openShop(world);
    const signatures = fc.constantFrom<((body: Body) => Record<string, string>)[]>(
      ...[
        () => ({}),
        () => ({ "upstash-signature": "a.b.c" }),
        () => ({ "upstash-signature": "x".repeat(6000) }),
      ],
      (body) => qstashHeaders(target, body, { key: "sig_of_somebody_else" }),
      (body) => qstashHeaders(target, body, { agoSeconds: 400 }),
      (body) => qstashHeaders(target, body, { body: `${body} ` }),
      (body) => qstashHeaders(target, body, { url: "https://shop.example/api/jobs/another" }),
    );
    const inputs = fc.tuple(await messagesTo(job, shop), signatures, wire.oddHeaders);
    const before = await world.traces();
    await fuzz(inputs, 10, async ([body, sign, odd]) => {
      const response = await deliver(job, body, { ...odd, ...sign(body) });
      const text = await expectSane(response);
      expect(response.status).toBe(401);
      expectEnvelope(response, text);
    });
    expect(await world.traces()).toEqual(before);
  });
});
