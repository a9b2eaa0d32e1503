import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { tell } from "./lib/terminal.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium for the browser tests: CHROME_PATH, one on the PATH, one that Playwright downloaded, else (as root,
 * on a Debian) the distribution's, installed now.
 * @throws a sentence that says what to run.
 */
export function ensureBrowser(env: Record<string, string | undefined> = process.env): string {
  const found = findBrowser(env);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    tell("No Chromium here yet: installing Debian's.");
    if (installDebianChromium()) {
      const installed = findBrowser(env);
      if (installed) return installed;
    }
  }
  throw new Error(
    'The browser tests need Chromium. Run "sudo apt-get install -y chromium" (or "npx playwright-core install chromium"), or set CHROME_PATH to a Chrome or Chromium.',
  );
}

/** Undefined when there is none. @throws when CHROME_PATH leads nowhere */
export function findBrowser(env: Record<string, string | undefined>): string | undefined {
  const named = env.CHROME_PATH?.trim();
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, where there is nothing: correct or unset it.`);
  }
  const folders = (env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...ELSEWHERE, ...downloadedByPlaywright(env)].find((path) => existsSync(path));
}

function downloadedByPlaywright(env: Record<string, string | undefined>): string[] {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), ".cache/ms-playwright");
  if (!existsSync(cache)) return [];
  const downloads = readdirSync(cache).filter((name) => name.startsWith("chromium-"));
  return downloads.flatMap((name) =>
    ["chrome-linux64/chrome", "chrome-linux/chrome"].map((program) => join(cache, name, program)),
  );
}

function installDebianChromium(): boolean {
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  const install = () => apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
  return install() || (apt("update", "-qq") && install());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) tell(ensureBrowser());
