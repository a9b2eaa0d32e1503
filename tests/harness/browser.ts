import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { ROOT } from "../../runtime/node/root.ts";
import { buildIfStale, sitesOf } from "../../runtime/node/web-build.ts";
import { ensureBrowser } from "../../scripts/browser.ts";

export type TestBrowser = {
  /** A page with cookies and storage of its own. What the page logs as an error fails `expectNoErrors`. */
  open(options?: BrowserContextOptions): Promise<TestPage>;
  close(): Promise<void>;
};

export type TestPage = Page & {
  /** Errors the page threw or printed, oldest first. */
  problems: string[];
};

/** A headless Chromium. Root needs `--no-sandbox`; containers have little shared memory. */
export async function startBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--mute-audio"],
  });
  return {
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      return Object.assign(page, { problems });
    },
    close: () => browser.close(),
  };
}

/** The web app and the sandbox's page, built when their sources changed. Call it before `startTestProduct`. */
export async function buildSites(): Promise<void> {
  for (const site of Object.values(sitesOf(ROOT))) await buildIfStale(site, ROOT);
}

/** Keeps a picture in the ignored folder `test-results`, to look at when a test fails. */
export async function picture(page: Page, name: string): Promise<string> {
  const folder = join(ROOT, "test-results");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
