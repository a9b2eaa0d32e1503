import fc from "fast-check";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import { expectContracted } from "../../harness/suites/answers.ts";
import type { ApiRouteCase, Parts } from "../../harness/suites/route-bench.ts";
import { openShop, type Shop } from "../../harness/suites/shop.ts";
import { openWorld, type World } from "../../harness/suites/world.ts";
import { routeCases } from "../cases/routes.ts";
import { expectEnvelope, expectSane, fuzz, unlimited } from "./support/promises.ts";
import { valuesOf } from "./support/schema-values.ts";
import { jsonText, spoiled } from "./support/spoil.ts";
import * as wire from "./support/wire.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Contract = ApiRouteCase["contract"];
type Mad = {
  segments: Record<string, string | undefined>;
  query: string;
  body: string | Uint8Array<ArrayBuffer> | undefined;
  contentType: string | undefined;
  headers: Record<string, string>;
};

/** Requests to this route, from almost right to hardly a request. */
function requestsTo(contract: Contract, parts: Parts): fc.Arbitrary<Mad> {
  const names = [...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
  const segment = fc.option(wire.oddSegment, { freq: 3, nil: undefined });
  return fc.record({
    segments: fc.record(Object.fromEntries(names.map((name) => [name, segment]))),
    query: queriesOf(contract, parts),
    body: bodiesOf(contract, parts),
    contentType: wire.oddContentType,
    headers: fc
      .tuple(wire.oddHeaders, wire.oddMerchant)
      .map(([headers, merchant]) => wire.given({ ...headers, "x-merchant-id": merchant })),
  });
}

function queriesOf({ query }: Contract, parts: Parts): fc.Arbitrary<string> {
  const right = new URLSearchParams(parts.query).toString();
  if (!query) return fc.oneof(fc.constant(right), wire.oddQuery(["a"]));
  const shape =
    "def" in query._zod && "shape" in query._zod.def ? Object.keys(query._zod.def.shape as object) : ["a"];
  return fc.oneof(
    fc.constant(right),
    wire.oddQuery(shape),
    wire.oddQuery(shape).map((odd) => `${right}&${odd}`),
  );
}

function bodiesOf({ body }: Contract, parts: Parts): fc.Arbitrary<Mad["body"]> {
  if (!body) return fc.constant(undefined);
  return fc.oneof(
    { weight: 4, arbitrary: spoiled(fc.constant(parts.body ?? {})).map(jsonText) },
    { weight: 4, arbitrary: spoiled(valuesOf(body)).map(jsonText) },
    { weight: 1, arbitrary: wire.rawBodies },
  );
}

function send(
  { method, path, body }: Contract,
  parts: Parts,
  mad: Mad,
  as: Record<string, string>,
): Promise<Response> {
  const filled = path.replace(
    /:(\w+)/g,
    (_, name: string) => mad.segments[name] ?? parts.params?.[name] ?? "",
  );
  // Whatever a proxy notes, no two requests share a limit by address.
  const from = mad.headers["x-forwarded-for"];
  const headers = {
    ...mad.headers,
    ...as,
    ...(from === undefined ? {} : { "x-forwarded-for": `${uuidv7()}${from}` }),
  };
  const type = mad.contentType ?? (body ? "application/json" : undefined);
  return world.send(filled + (mad.query ? `?${mad.query}` : ""), {
    ...{ method, body: mad.body },
    headers: wire.given({ ...headers, "content-type": type }),
  });
}

/** A provider's own no to what was asked of it. */
const allowedOf = ({ path }: Contract) => (/numbers|payments|audio/.test(path) ? [502] : []);

/** The owner of the shop, or for the operator's routes an operator of this route only. */
async function callerOf({ auth }: Contract, shop: Shop): Promise<{ as: Record<string, string>; id: string }> {
  if (auth === "public") return { as: {}, id: "" };
  if (auth !== "operator") return { as: { authorization: `Bearer ${shop.owner}` }, id: shop.ownerId };
  const id = uuidv7();
  await world.sql`insert into public.operators (user_id) values (${id})`;
  return { as: { authorization: `Bearer ${await world.session(id)}` }, id };
}

/** A request that works still works, in a shop that has been through all that and in a new one. */
async function expectWorking({ contract, arrange, answers }: ApiRouteCase): Promise<void> {
  const shop = await openShop(world);
  const parts = await arrange(shop, world);
  const { as } = await callerOf(contract, shop);
  const body = contract.body ? JSON.stringify(parts.body ?? {}) : undefined;
  const query = new URLSearchParams(parts.query).toString();
  const right = { segments: {}, query, body, contentType: undefined, headers: {} };
  const response = await send(contract, parts, right, as);
  if (answers) await answers(response, shop, world);
  else await expectContracted(contract, response);
}

describe.each(routeCases.map((route) => [`${route.contract.method} ${route.contract.path}`, route] as const))(
  "%s",
  (_, route) => {
    const { contract } = route;

    test("answers anything with sense", async () => {
      const shop = await openShop(world);
      const parts = await route.arrange(shop, world);
      const { as, id } = await callerOf(contract, shop);
      const breathe = unlimited("user", id);
      await fuzz(requestsTo(contract, parts), contract.body ? 24 : 10, async (mad) => {
        await breathe();
        const response = await send(contract, parts, mad, as);
        const text = await expectSane(response, allowedOf(contract));
        if (response.status >= 400 && contract.path !== "/api/health") expectEnvelope(response, text);
      });
      await expectWorking(route);
    }, 60_000);

    test.runIf(contract.auth !== "public")(
      "lets nobody in who is nobody, and keeps nothing of theirs",
      async () => {
        const shop = await openShop(world);
        const parts = await route.arrange(shop, world);
        const past = Math.floor(Date.now() / 1000) - 60;
        const strangers = [
          await world.session(shop.ownerId, { exp: past }),
          await world.session(shop.ownerId, {}, "another secret, just as long as ours"),
          await world.session(shop.ownerId, { aud: "anon" }),
          await world.session(shop.ownerId, { role: "service_role" }),
          await world.session(shop.ownerId, { merchant_id: shop.id }),
          `${shop.owner.slice(0, -4)}AAAA`,
          `${shop.owner}${decodeJwt(shop.owner).exp}`,
        ].map((token) => ({ authorization: `Bearer ${token}` }));
        const credentials = fc.oneof(fc.constantFrom(...strangers), wire.badCredentials, fc.constant({}));
        const before = await world.traces();
        await fuzz(fc.tuple(requestsTo(contract, parts), credentials), 8, async ([mad, as]) => {
          const response = await send(contract, parts, mad, as);
          const text = await expectSane(response);
          expect([401, 404, 405]).toContain(response.status);
          expectEnvelope(response, text);
        });
        expect(await world.traces()).toEqual(before);
      },
    );
  },
);
