import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "../../../functions/platform/ids.ts";
import { listFunctions } from "../../../runtime/node/functions-router.ts";
import { ROOT } from "../../../runtime/node/root.ts";
import { openWorld, type World } from "../../harness/suites/world.ts";
import { expectSane, fuzz } from "./support/promises.ts";
import { oddHeaders, oddSegment } from "./support/wire.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const paths = listFunctions(`${ROOT}functions/api`).map(({ path }) => path.replace(/:\w+/g, uuidv7()));

/** Another way to write an address, that a careless router or proxy takes for it, or for more than it. */
const TRICKS: ((path: string, odd: string) => string)[] = [
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => path.replace("/api/", "/api//"),
  (path) => path.replace("/api/", "//api/"),
  (path) => path.replace("/api/", "/API/"),
  (path) => path.toUpperCase(),
  (path) => path.replace("/api/", "/api/./"),
  (path) => path.replace("/api/", "/api/jobs/../"),
  (path) => path.replace("/api/", "/api/health/..;/"),
  (path) => path.replaceAll("/", "%2f").replace("%2f", "/"),
  (path) => path.replaceAll("/", "\\").replace("\\", "/"),
  (path) => path.replace(/[a-z](?=\w*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => `${path}.ts`,
  (path) => `${path}%00`,
  (path) => `${path}%00.json`,
  (path) => `${path};jsessionid=1`,
  (path) => `${path}?${"a=1&".repeat(3000)}`,
  (path) => `${path}#@evil.example`,
  (path) => `/api/[id]${path.slice("/api".length)}`,
  (path) => path.replace(/[^/]+$/, "[id]"),
  (path) => path.replace(/[^/]+$/, "_support"),
  (path, odd) => `${path}/${odd}`,
  (path, odd) => path.replace(/[^/]+$/, odd),
  (path, odd) => path.replace("/api/", `/api/${odd}/`),
];
/** What a stranger may be told: nothing of it, sign in, not so, too much. Or what is open to everybody. */
const ANSWERS = [200, 204, 302, 400, 401, 404, 405, 413, 414, 415, 431];

test("an address written in any other way leads nowhere it should not, for a stranger without credentials", async () => {
  const methods = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
  const inputs = fc.tuple(
    fc.constantFrom(...paths),
    fc.constantFrom(...TRICKS),
    oddSegment,
    methods,
    oddHeaders,
  );
  const before = await world.traces();
  await fuzz(inputs, 600, async ([path, trick, odd, method, headers]) => {
    const body = /GET|HEAD/.test(method) ? {} : { body: "{}" };
    const response = await world.send(trick(path, odd), {
      ...{ method, ...body },
      headers: { "content-type": "application/json", ...headers },
    });
    await expectSane(response);
    expect(ANSWERS).toContain(response.status);
  });
  expect(await world.traces()).toEqual(before);
}, 60_000);
