import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSites, picture, startBrowser, type TestBrowser } from "../../harness/browser.ts";
import { startTestProduct, type TestProduct } from "../../harness/product.ts";

let running: TestProduct;
let browser: TestBrowser;

beforeAll(async () => {
  await buildSites();
  [running, browser] = await Promise.all([startTestProduct({ sites: true }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

test.each([
  ["the app", "/", { width: 1280, height: 900 }],
  ["the app on a phone", "/", { width: 390, height: 844 }],
  ["the sandbox's page", "/_sandbox/", { width: 1280, height: 900 }],
  ["the sandbox's page on a phone", "/_sandbox/", { width: 390, height: 844 }],
])("%s loads without an error, fits its width and can be used by everyone", async (name, path, viewport) => {
  const page = await browser.open({ viewport });
  await page.goto(running.url + path, { waitUntil: "load" });
  await page.locator("button:visible, a:visible").first().waitFor();
  await picture(page, `smoke-${name.replace(/\W+/g, "-")}`);

  expect(page.problems).toEqual([]);
  const width = await page.evaluate("document.documentElement.scrollWidth");
  expect(width).toBeLessThanOrEqual(viewport.width);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.context().close();
});
