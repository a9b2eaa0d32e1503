import { afterAll, beforeAll, expect, test } from "vitest";
import type { Locale } from "../../../functions/domain/shared/schemas.ts";
import { buildSites, startBrowser, type TestBrowser } from "../../harness/browser.ts";
import { startTestProduct, type TestProduct } from "../../harness/product.ts";
import { ring } from "../story/call.ts";
import { paymentLink } from "../story/inboxes.ts";
import { readTryStep, setUp, texts } from "./story/newcomer.ts";
import { visited } from "./story/visit.ts";

let running: TestProduct;
let browser: TestBrowser;

beforeAll(async () => {
  await buildSites();
  [running, browser] = await Promise.all([startTestProduct({ sites: true, timeScale: 10 }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await running?.close();
});

type Story = {
  locale: Locale;
  business: string;
  order: string[];
  ordered: string;
};

const STORIES: Story[] = [
  {
    locale: "en",
    business: "Joe's Diner",
    order: ["two large poutines and a coffee", "that's all", "yes"],
    ordered: "2 × Poutine (Large), 1 × Coffee",
  },
  {
    locale: "fr",
    business: "Boulangerie et café de quartier Chez Zoé",
    order: ["deux grandes poutines et un café", "c'est tout", "oui"],
    ordered: "2 × Poutine (Grande), 1 × Café",
  },
];

const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
const VISITS = STORIES.flatMap((story) => WIDTHS.map((viewport) => ({ ...story, viewport }))).map(
  (visit, at) => ({ ...visit, caller: `+1819555016${at}` }),
);

test.each(VISITS)(
  "a newcomer's story, from sign-up to the first paid order ($locale, $viewport.width wide)",
  async (story) => {
    const { locale, viewport, caller, ordered } = story;
    const label = `${locale}-${viewport.width}`;
    const t = texts[locale];
    const page = await browser.open({ viewport, locale: `${locale}-CA`, reducedMotion: "reduce" });
    page.setDefaultTimeout(15_000);
    const newcomer = { page, url: running.url, locale, label, business: story.business };
    await setUp(newcomer);

    // The step to try it shows the call as it happens, and that it worked.
    const { number } = await readTryStep(newcomer);
    const first = await ring(running, "+14385550199", number);
    await page.getByText(t.onboarding.try.ringing).waitFor();
    await first.hangUp();
    await page.getByText(t.onboarding.try.done).waitFor();
    await page.getByRole("link", { name: t.onboarding.try.goLive }).click();

    // The live page: the call, the order, and the order turning paid. The page is the same one all the time.
    await page.getByRole("heading", { name: t.live.orders, exact: true }).waitFor();
    await page.evaluate("window.sameAsBefore = true");
    const call = await ring(running, caller, number);
    const calls = page.getByRole("list", { name: t.live.calls });
    await calls.getByText(t.calls.status["in-progress"]).waitFor();
    for (const words of story.order) await call.say(words);
    const orders = page.getByRole("list", { name: t.live.orders });
    await orders.getByText(ordered).waitFor();
    await orders.getByText(t.orders.status.awaiting_payment).waitFor();
    await calls.getByText(t.calls.outcome.ordered).waitFor();
    await running.control("POST", `/checkout/${encodeURIComponent(await paymentLink(running, caller))}`, {
      outcome: "pay",
      email: "guest@example.com",
    });
    await orders.getByText(t.orders.status.paid, { exact: true }).waitFor();
    expect(await page.evaluate("window.sameAsBefore")).toBe(true);
    await visited(page, `${label}-11-live`);

    // What was ordered, what was said, and the rest of the house.
    await orders.getByText(ordered).click();
    await page.getByRole("heading", { name: t.orders.number.replace("{{number}}", "1") }).waitFor();
    await page.getByText(t.orders.lines).waitFor();
    await visited(page, `${label}-12-order`);
    await page.getByRole("link", { name: t.orders.openCall }).click();
    await page.getByText(story.order[0] ?? "").waitFor();
    await visited(page, `${label}-13-call`);
    for (const path of ["/orders", "/calls", "/menu", "/settings"]) {
      await page.goto(running.url + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await visited(page, `${label}-14-${path.slice(1)}`);
    }
    expect(page.problems).toEqual([]);
    await page.context().close();
  },
);
