import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const SCREENSHOTS = fileURLToPath(new URL("../screenshots", import.meta.url));

/**
 * What every page must be, wherever one is in a story: usable by everyone (no axe violation) and no wider than its
 * window, with nothing to press outside of it. Leaves a picture in `screenshots/`, to look at.
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
  expect(await page.evaluate(outOfSight), `out of sight on ${name}`).toEqual([]);
}

/** Runs in the page: what can be pressed, and the icon on it, but is cut off and cannot be scrolled to. */
function outOfSight(): string[] {
  const scrolls = (element: Element): boolean => {
    const parent = element.parentElement;
    if (!parent) return false;
    return /auto|scroll/.test(getComputedStyle(parent).overflowX) || scrolls(parent);
  };
  const isCut = (element: Element): boolean => {
    const { right, width } = element.getBoundingClientRect();
    return width > 0 && right > document.documentElement.clientWidth + 1;
  };
  return [...document.querySelectorAll("a, button, input, select, textarea, button svg")]
    .filter((element) => isCut(element) && !scrolls(element))
    .map((element) => element.closest("a, button, input, select, textarea")?.outerHTML.slice(0, 200) ?? "");
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
