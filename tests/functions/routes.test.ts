import { afterAll, beforeAll } from "vitest";
import { apiRouteSuite } from "../harness/suites/api-route.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { routeCases } from "./cases/routes.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

for (const route of routeCases) apiRouteSuite(route, () => world);
