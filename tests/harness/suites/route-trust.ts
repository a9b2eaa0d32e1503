import { expect, test } from "vitest";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import { expectRefusal } from "./answers.ts";
import { keepsOthersOut } from "./foreign.ts";
import { type ApiRouteCase, arranged, ask, type Bench, changingNothing } from "./route-bench.ts";
import { newKey } from "./shop.ts";
import type { SendInit } from "./world.ts";

/** Credentials that are none. */
export function closedToStrangers(bench: Bench): void {
  const past = Math.floor(Date.now() / 1000) - 60;
  const strangers: [string, (bench: Bench) => Promise<SendInit> | SendInit][] = [
    ["without a session", () => ({})],
    ["with garbage for a session", () => ({ as: "garbage" })],
    [
      "with an expired session",
      async ({ world, shop }) => ({ as: await world.session(shop.ownerId, { exp: past }) }),
    ],
    [
      "with a session somebody else signed",
      async ({ world, shop }) => ({
        as: await world.session(shop.ownerId, {}, "another secret, just as long as ours"),
      }),
    ],
    ["with an API key nobody made", () => ({ headers: { "x-api-key": "cw_live_nobody" } })],
    ["with a user name and a password", () => ({ headers: { authorization: "Basic b3duZXI6cGFzcw==" } })],
  ];
  test.each(strangers)("401 %s", async (_, credentials) => {
    const parts = await arranged(bench);
    const init = await credentials(bench);
    const response = await changingNothing(bench, () => ask(bench, parts, init));
    await expectRefusal(response, 401, "unauthenticated");
  });
}

/** Whatever ids a request names: what is another merchant's is not there, and stays as it is. */
export function keepsToItsMerchant({ contract, foreign = {} }: ApiRouteCase, bench: Bench): void {
  const { merchantParam, params, roles, scope } = contract;

  test("404 for another merchant, who is not told from one that does not exist", async () => {
    const parts = await arranged(bench);
    const refusals = () =>
      [bench.other.id, uuidv7()].map(async (id) => {
        const aimed = merchantParam ? { ...parts, params: { ...parts.params, [merchantParam]: id } } : parts;
        const headers: Record<string, string> = merchantParam ? {} : { "x-merchant-id": id };
        return expectRefusal(await ask(bench, aimed, { as: bench.caller, headers }), 404, "not_found");
      });
    const [theirs, nobodys] = await changingNothing(bench, () => Promise.all(refusals()));
    expect(theirs?.message).toBe(nobodys?.message);
  });

  test.runIf(params && !merchantParam)(
    "404 for what is another merchant's, which stays as it is",
    async () => {
      const parts = await bench.route.arrange(bench.other, bench.world);
      const response = await changingNothing(bench, () =>
        ask(bench, parts, { as: bench.caller, headers: { "x-merchant-id": bench.shop.id } }),
      );
      await expectRefusal(response, 404, "not_found");
    },
  );

  keepsOthersOut(...([foreign, bench, () => arranged(bench)] as const), (aimed) =>
    ask(bench, aimed, { as: bench.caller }),
  );

  test.runIf(roles && !roles.includes("staff"))("403 for staff", async () => {
    const parts = await arranged(bench);
    const response = await changingNothing(bench, () => ask(bench, parts, { as: bench.shop.staff }));
    await expectRefusal(response, 403, "forbidden");
  });

  test(scope ? `an API key needs ${scope}, and ends with being revoked` : "403 for API keys", async () => {
    const { world, shop, other } = bench;
    const parts = await arranged(bench);
    const lesser = await newKey(world, shop, ["another:scope"]);
    const kept = await changingNothing(bench, () => ask(bench, parts, { as: lesser.key }));
    await expectRefusal(kept, 403, "forbidden");
    if (!scope) return;
    const { id, key } = await newKey(world, shop, [scope]);
    const allowed = await ask(bench, parts, { headers: { "x-api-key": key } });
    await allowed.body?.cancel();
    expect(allowed.status).toBeLessThan(400);
    const astray = merchantParam
      ? { ...parts, params: { ...parts.params, [merchantParam]: other.id } }
      : parts;
    const headers: Record<string, string> = merchantParam ? {} : { "x-merchant-id": other.id };
    const lost = await changingNothing(bench, () => ask(bench, astray, { as: key, headers }));
    await expectRefusal(lost, 404, "not_found");
    if (params && !merchantParam) {
      const theirs = await bench.route.arrange(other, world);
      const closed = await changingNothing(bench, () => ask(bench, theirs, { as: key }));
      await expectRefusal(closed, 404, "not_found");
    }
    await world.sql`update public.api_keys set revoked_at = now() where id = ${id}`;
    await expectRefusal(await ask(bench, parts, { as: key }), 401, "unauthenticated");
  });
}

/** Routes of a person or of the operator: neither keys nor, for the operator's, owners. */
export function closedToOthers({ contract }: ApiRouteCase, bench: Bench): void {
  test("403 for API keys, whatever their scopes", async () => {
    const parts = await arranged(bench);
    const { key } = await newKey(bench.world, bench.shop, ["orders:read", "orders:write"]);
    const response = await changingNothing(bench, () => ask(bench, parts, { as: key }));
    await expectRefusal(response, 403, "forbidden");
  });

  test.runIf(contract.auth === "operator")("403 for a merchant's owner", async () => {
    const parts = await arranged(bench);
    const response = await changingNothing(bench, () => ask(bench, parts, { as: bench.shop.owner }));
    await expectRefusal(response, 403, "forbidden");
  });
}
