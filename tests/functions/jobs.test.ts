import { afterAll, beforeAll } from "vitest";
import { jobSuite } from "../harness/suites/job.ts";
import { openWorld, type World } from "../harness/suites/world.ts";
import { jobCases } from "./cases/jobs.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

for (const job of jobCases) jobSuite(job, () => world);
