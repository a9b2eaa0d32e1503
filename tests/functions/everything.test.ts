import { expect, test } from "vitest";
import { contracts } from "../../functions/domain/contracts.ts";
import { schedules } from "../../functions/domain/schedules.ts";
import { subscriptions } from "../../functions/domain/subscriptions.ts";
import { jobPath } from "../../functions/platform/job-spec.ts";
import { listFunctions } from "../../runtime/node/functions-router.ts";
import { ROOT } from "../../runtime/node/root.ts";
import { idFields } from "../harness/suites/foreign.ts";
import { jobCases } from "./cases/jobs.ts";
import { routeCases } from "./cases/routes.ts";
import { webhookCases } from "./cases/webhooks.ts";

const deployables = listFunctions(`${ROOT}functions/api`).map(({ path }) => path);

const paths = {
  routes: routeCases.map(({ contract }) => contract.path as string),
  webhooks: webhookCases.map(({ path }) => path as string),
  jobs: jobCases.map(({ spec }) => jobPath(spec.name)),
};

test("every deployable runs through the suite of its kind", () => {
  const tested = new Set([...paths.routes, ...paths.webhooks, ...paths.jobs]);
  expect(deployables.filter((path) => !tested.has(path))).toEqual([]);
  expect([...tested].filter((path) => !deployables.includes(path))).toEqual([]);
});

test("every operation of the API has a case, and a deployable at its path", () => {
  const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  expect(routeCases.map(({ contract }) => name(contract)).sort()).toEqual(contracts.map(name).sort());
  expect(contracts.filter(({ path }) => !deployables.includes(path))).toEqual([]);
});

test("every id that a merchant's route takes in body or query is tried with another merchant's", () => {
  const ofMerchants = routeCases.filter(({ contract }) => contract.auth === "merchant");
  const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  const tried = ofMerchants.map(({ contract, foreign = {} }) => [
    name(contract),
    Object.keys(foreign).sort(),
  ]);
  expect(tried).toEqual(ofMerchants.map(({ contract }) => [name(contract), idFields(contract)]));
  expect(tried.flatMap(([, fields]) => fields).length).toBeGreaterThan(5);
});

test("every job that an event or the clock leads to is there", () => {
  const wanted = [...subscriptions.map(({ job }) => jobPath(job.name)), ...schedules.map(({ path }) => path)];
  expect([...new Set(wanted)].filter((path) => !deployables.includes(path))).toEqual([]);
});
