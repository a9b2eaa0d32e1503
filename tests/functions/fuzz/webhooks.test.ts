import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShop, type Shop } from "../../harness/suites/shop.ts";
import type { Delivery, SignedWebhookCase } from "../../harness/suites/webhook.ts";
import { openWorld, type World } from "../../harness/suites/world.ts";
import { webhookCases } from "../cases/webhooks.ts";
import { expectEnvelope, expectSane, fuzz, unlimited } from "./support/promises.ts";
import { jsonText, NASTY_TEXTS, nastyText, spoiled } from "./support/spoil.ts";
import * as wire from "./support/wire.ts";

let world: World;
/** One for all: a call's odd id, sent to two webhooks, would otherwise be one call of two merchants. */
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
  shop = await openShop(world);
});
afterAll(() => world?.close());

/** A form with values replaced, emptied, repeated and added. */
function formsLike(body: string): fc.Arbitrary<string> {
  const right = [...new URLSearchParams(body)];
  const names = [
    ...right.map(([name]) => name),
    "__proto__",
    "constructor",
    "Digits",
    "SpeechResult",
    "Duration",
  ];
  const changes = fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      text: nastyText,
      how: fc.constantFrom("set", "drop", "again", "taint"),
    }),
    { maxLength: 3 },
  );
  return changes.map((all) => {
    const form = new URLSearchParams(right);
    for (const { name, text, how } of all) {
      if (how === "drop") form.delete(name);
      else if (how === "again") form.append(name, text);
      else form.set(name, how === "taint" ? `${form.get(name) ?? ""}${text}` : text);
    }
    return form.toString();
  });
}

/** Escapes that decode to nothing, to no UTF-8, to NUL; and forms as long as we take. */
const FORMS = [
  "%",
  "a=%FF%FE",
  "CallSid=%00",
  "&&&===",
  "CallSid[]=1",
  "__proto__=1",
  `Body=${"x".repeat(250_000)}`,
  "a=1&".repeat(20_000),
];

const bodiesLike = ({ body }: Delivery, { scheme }: SignedWebhookCase): fc.Arbitrary<string> =>
  scheme.contentType.includes("json")
    ? fc.oneof(
        { weight: 6, arbitrary: spoiled(fc.constant(JSON.parse(body))).map(jsonText) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(" ", "{", "null", "[]", '{"object":"event"}', `${"[".repeat(30_000)}`),
        },
      )
    : fc.oneof(
        { weight: 6, arbitrary: formsLike(body) },
        { weight: 1, arbitrary: fc.constantFrom(...FORMS) },
      );

/** The address we gave the provider, with the parameters we wrote into it replaced. */
function targetsLike({ target }: Delivery): fc.Arbitrary<string> {
  const { pathname, searchParams } = new URL(target, "http://x");
  const names = [...searchParams.keys(), "t", "m", "k"];
  const odd = fc.tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...NASTY_TEXTS, "1e300", "9007199254740993", "0x1", "2147483648"),
  );
  return fc.option(odd, { freq: 3, nil: undefined }).map((change) => {
    const query = new URLSearchParams(searchParams);
    if (change) query.set(change[0], change[1].slice(0, 2000));
    return query.size > 0 ? `${pathname}?${query}` : pathname;
  });
}

/** How a repeated parameter is signed is known to Twilio only. */
const repeats = (body: string): boolean => {
  const names = [...new URLSearchParams(body).keys()];
  return new Set(names).size < names.length;
};

const deliver = ({ target, body }: Delivery, headers: Record<string, string>) =>
  world.send(target, { method: "POST", body, headers });

describe.each(webhookCases.map((webhook) => [webhook.path, webhook] as const))("%s", (_, webhook) => {
  const { scheme } = webhook;

  test("answers anything that is signed with sense, and goes on working", async () => {
    const delivery = await webhook.arrange(shop, world);
    const breathe = unlimited("webhook", shop.number);
    const inputs = fc.tuple(
      ...([
        targetsLike(delivery),
        bodiesLike(delivery, webhook),
        wire.oddHeaders,
        wire.oddContentType,
      ] as const),
    );
    await fuzz(inputs, 40, async ([target, body, odd, type = scheme.contentType]) => {
      await breathe();
      const headers = { ...odd, "content-type": type, ...scheme.sign(target, body) };
      const response = await deliver({ target, body }, headers);
      const text = await expectSane(response);
      // What calls itself something else is read as that: to the verifier its parameters are not those that were signed.
      const others = type === scheme.contentType && !repeats(body) ? [] : [401, 415];
      expect([200, 400, 413, ...others]).toContain(response.status);
      if (response.status !== 200) expectEnvelope(response, text);
    });
    const fresh = await webhook.arrange(await openShop(world), world);
    const response = await deliver(fresh, {
      "content-type": scheme.contentType,
      ...scheme.sign(fresh.target, fresh.body),
    });
    expect({ status: response.status, text: await response.text() }).toMatchObject({ status: 200 });
  }, 60_000);

  test("keeps nothing of what is not signed", async () => {
    const delivery = await webhook.arrange(shop, world);
    const [name = ""] = Object.keys(scheme.sign("", ""));
    const signed = scheme.sign(delivery.target, delivery.body);
    const forged = fc.constantFrom<Record<string, string>>(
      ...[
        {},
        { [name]: "" },
        { [name]: "\u0001" },
        { [name]: "x".repeat(6000) },
        { [name]: "t=1e400,v1=\u00ff" },
      ],
      ...[
        scheme.forge(delivery.target, delivery.body),
        scheme.lifetime ? scheme.sign("", delivery.body, scheme.lifetime + 5) : {},
      ],
      { [name]: `${signed[name]}A` },
    );
    const inputs = fc.tuple(bodiesLike(delivery, webhook), forged, wire.oddHeaders, wire.oddContentType);
    const before = await world.traces();
    await fuzz(inputs, 12, async ([body, signature, odd, type = scheme.contentType]) => {
      const response = await deliver({ ...delivery, body }, { ...odd, "content-type": type, ...signature });
      const text = await expectSane(response);
      expect([401, 413, 415]).toContain(response.status);
      expectEnvelope(response, text);
    });
    expect(await world.traces()).toEqual(before);
  });
});
