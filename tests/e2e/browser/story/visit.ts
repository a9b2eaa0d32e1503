import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const SCREENSHOTS = fileURLToPath(new URL("../screenshots", import.meta.url));

/**
 * What every page must be, wherever one is in a story: usable by everyone (no axe violation) and no wider than its
 * window. Leaves a picture in `screenshots/`, to look at.
 */
export async function visited(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await atRest(page);
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  expect(found, `axe on ${name}`).toEqual([]);
  const width = await page.evaluate("document.documentElement.scrollWidth");
  expect(width, `width of ${name}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** Nothing is loading. Colours half-way through a transition are nobody's choice: waits until nothing that ends is moving any more. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector(".mantine-Skeleton-root") === null);
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => {
      const endless = animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
      return endless || animation.playState !== "running";
    }),
  );
}
