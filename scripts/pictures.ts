import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { ROOT } from "../runtime/node/root.ts";
import { ensureBrowser } from "./browser.ts";
import { tell } from "./lib/terminal.ts";

const [base = "http://localhost:3000", password = ""] = process.argv.slice(2);
const OWNER = "owner@harbourpizza.example";
const LINE = "+15145550100";
const FOLDER = join(ROOT, "docs/images");

type Answer = { callSid: string };
type Texts = { messages: { links: string[] }[] };

/**
 * Takes the README's pictures of a fresh `npm start`:
 * `node scripts/pictures.ts http://localhost:3000 <the password it printed>`.
 */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    const context = {
      viewport: { width: 1280, height: 800 },
      locale: "en-CA",
      timezoneId: "America/Toronto",
    };
    const page = await (await browser.newContext(context)).newPage();
    await signIn(page);
    await aBusyEvening();
    await page.getByText(/^3 · 2 × Pepperoni pizza/).waitFor();
    await page.getByText("Paid", { exact: true }).nth(1).waitFor();
    await page.getByText("In progress", { exact: true }).waitFor();
    // The notices of what was just paid go by themselves.
    await page
      .getByText(/^Order \d+ is paid/)
      .first()
      .waitFor({ state: "detached" });
    await page.screenshot({ path: join(FOLDER, "live.png") });
    await takePhone(await (await browser.newContext(context)).newPage());
  } finally {
    await browser.close();
  }
  tell(`The pictures are in ${FOLDER}`);
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${base}/signin`);
  await page.getByLabel("E-mail address").fill(OWNER);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Latest orders" }).waitFor();
}

/** Orders, two of them paid, somebody to call back, a voicemail, and a call that goes on. */
async function aBusyEvening(): Promise<void> {
  await order("+15145550187", "a large hawaiian with extra cheese and two cokes", "pay");
  await order("+14385550131", "a small margherita and chicken wings with honey garlic sauce");
  await call("+15145550126", "I'd like to book a table for Friday evening", "Nadia Roy");
  await call("+14505550118", "leave a message", "Hi, it's Sam. Do you cater for forty people next Saturday?");
  await order("+14385550164", "two large pepperoni pizzas, a caesar salad and a garlic bread", "pay");
  await call("+15145550109", "three medium veggie pizzas");
}

async function call(from: string, ...says: string[]): Promise<void> {
  const { callSid } = await control<Answer>("/calls", { from, to: LINE });
  for (const speech of says) await control(`/calls/${callSid}`, { speech });
}

async function order(from: string, what: string, outcome?: "pay"): Promise<void> {
  await call(from, what, "that's all", "yes");
  if (!outcome) return;
  await control(`/checkout/${encodeURIComponent(await linkTo(from))}`, { outcome });
}

async function linkTo(number: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const { messages } = await control<Texts>(`/sms?to=${encodeURIComponent(number)}`);
    const link = messages.flatMap(({ links }) => links)[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No payment link came to ${number}`);
}

async function takePhone(page: Page): Promise<void> {
  await page.goto(`${base}/_sandbox/?to=${encodeURIComponent(LINE)}`);
  await page.getByRole("button", { name: "Call", exact: true }).click();
  await page.getByText("Speak or use the keys").waitFor();
  for (const speech of ["two large pepperoni pizzas and a coke", "make that three pizzas"]) {
    const box = page.getByLabel("Say something", { exact: true });
    await box.fill(speech);
    await box.press("Enter");
    await page.getByRole("log").getByText(speech).waitFor();
    await page.getByText("Speak or use the keys").waitFor();
  }
  await page.getByRole("tab", { name: "Queue" }).click();
  await page.getByRole("heading", { name: "Recent deliveries" }).waitFor();
  await page.screenshot({ path: join(FOLDER, "phone.png") });
}

async function control<T>(path: string, body?: unknown): Promise<T> {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${base}/_sandbox${path}`, {
    ...init,
    headers: { "Content-Type": "application/json" },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
