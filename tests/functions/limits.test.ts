import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "../../functions/platform/ids.ts";
import { jobPath } from "../../functions/platform/job-spec.ts";
import { qstashHeaders } from "../harness/suites/schemes.ts";
import { openShop, type Shop } from "../harness/suites/shop.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { jobCases } from "./cases/jobs.ts";
import { webhookCases } from "./cases/webhooks.ts";
import { useUp } from "./support/limits.ts";

let world: World;
let shop: Shop;
beforeAll(async () => {
  world = await openWorld();
  shop = await openShop(world);
  await useUp(BUSY, "anonymous");
}, 60_000);
afterAll(() => world?.close());

/** Many share it (a tunnel, a carrier's way out), and together they have asked too often. */
const BUSY = "10.9.9.9";

test("an address that has asked too often is refused what anybody may ask", async () => {
  expect((await world.send("/api/config/public", { address: BUSY })).status).toBe(429);
});

describe("signed requests from such an address are served", () => {
  test.each(webhookCases.map((webhook) => [webhook.path, webhook] as const))("%s", async (_, webhook) => {
    const { target, body } = await webhook.arrange(shop, world);
    const headers = { "content-type": webhook.scheme.contentType, ...webhook.scheme.sign(target, body) };
    const response = await world.send(target, { method: "POST", body, headers, address: BUSY });
    expect(response.status).toBe(200);
  });

  test.each(jobCases.map((job) => [job.spec.name, job] as const))("job %s", async (_, { spec, arrange }) => {
    const merchant = "scope" in spec && spec.scope === "installation" ? {} : { merchantId: shop.id };
    const envelope = { ...merchant, requestId: `request-${uuidv7()}`, eventId: null };
    const body = JSON.stringify({ ...(await arrange(shop, world)), ...envelope });
    const target = jobPath(spec.name);
    const headers = { "content-type": "application/json", ...qstashHeaders(target, body) };
    const response = await world.send(target, { method: "POST", body, headers, address: BUSY });
    expect({ status: response.status, text: await response.text() }).toMatchObject({ status: 200 });
  });
});
