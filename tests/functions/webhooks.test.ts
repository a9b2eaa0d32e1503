import { afterAll, beforeAll } from "vitest";
import { signedWebhookSuite } from "../harness/suites/webhook.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { webhookCases } from "./cases/webhooks.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

for (const webhook of webhookCases) signedWebhookSuite(webhook, () => world);
