import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Locale } from "../../../functions/domain/shared/schemas.ts";
import { payWords } from "../../../sandbox/stripe/pages/words.ts";
import { en } from "../../../sandbox/ui/src/words/en.ts";
import { fr } from "../../../sandbox/ui/src/words/fr.ts";
import { casseCroute } from "../../../scripts/demo/casse-croute.ts";
import { pizzeria } from "../../../scripts/demo/pizzeria.ts";
import type { DemoShop } from "../../../scripts/demo/types.ts";
import { buildSites, startBrowser, type TestBrowser, type TestPage } from "../../harness/browser.ts";
import { startTestProduct, type TestProduct } from "../../harness/product.ts";
import { openTestShop } from "../../harness/shop.ts";
import { texts } from "./story/newcomer.ts";
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
  viewport: { width: number; height: number };
  shop: DemoShop;
  says: [string, RegExp][];
  heardLast: RegExp;
};

const STORIES: Story[] = [
  {
    locale: "en",
    viewport: { width: 1280, height: 900 },
    shop: pizzeria,
    says: [
      ["two large pepperoni pizzas and a coke", /Okay, 2 Pepperoni pizzas, Large/],
      ["that's all", /The total is/],
      ["yes", /texting you the link/],
    ],
    heardLast: /Order #1 is paid/,
  },
  {
    locale: "fr",
    viewport: { width: 390, height: 844 },
    shop: casseCroute,
    says: [
      ["une grande poutine et une bière d'épinette", /D'accord, Poutine, Grande/],
      ["c'est tout", /Le total est de/],
      ["oui", /le lien pour payer/],
    ],
    heardLast: /La commande no 1 est payée/,
  },
];

test.each(STORIES)(
  "a call, an order, a text and a payment, by hand on the sandbox's page ($locale)",
  async (story) => {
    const { locale, viewport, shop, says, heardLast } = story;
    const words = locale === "fr" ? fr : en;
    const { number } = await openTestShop(running, shop);
    const page = await browser.open({ viewport, locale: `${locale}-CA`, reducedMotion: "reduce" });
    page.setDefaultTimeout(15_000);

    // The app's link to the test phone brings the number along; a line can be picked too.
    await page.goto(`${running.url}/_sandbox/?to=${encodeURIComponent(number)}`);
    expect(await page.getByLabel(words.phone.dial).inputValue()).toBe(number);
    await page.getByLabel(words.phone.dial).fill("");
    await page.getByRole("button", { name: shop.merchant.name }).click();
    await visited(page, `phone-${locale}-1-dial`);
    await page.getByRole("button", { name: words.phone.dialButton, exact: true }).click();

    const said = page.getByRole("log", { name: words.phone.conversation });
    await said.getByText(shop.merchant.name).waitFor();
    for (const [speech, answer] of says) {
      await page.getByLabel(words.phone.say, { exact: true }).fill(speech);
      await page.keyboard.press("Enter");
      await said.getByText(answer).waitFor();
      if (speech === says[1]?.[0]) await visited(page, `phone-${locale}-2-call`);
    }
    await page.getByText(words.phone.ended).waitFor();

    await page.getByRole("button", { name: words.phone.messages }).click();
    await page.getByRole("button", { name: shop.merchant.name }).click();
    await visited(page, `phone-${locale}-3-text`);
    const [checkout] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: /\/pay\// }).click(),
    ]);
    await payByHand(checkout, locale);
    await checkout.close();
    // The receipt comes while one looks.
    await page.getByText(heardLast).first().waitFor();

    for (const section of ["mail", "queue", "requests", "faults", "time"] as const) {
      await page.getByRole("tab", { name: words.sections[section] }).click();
      await page.getByRole("tabpanel", { name: words.sections[section] }).waitFor();
      await visited(page, `phone-${locale}-6-${section}`);
    }
    expectNoProblems(page);
    await page.context().close();
  },
);

async function payByHand(page: Page, locale: Locale): Promise<void> {
  const pay = payWords[locale];
  await page.getByLabel(pay.email).fill("guest@example.com");
  await page.getByLabel(pay.declined).check();
  await visited(page, `phone-${locale}-4-checkout`);
  const button = page.getByRole("button", { name: new RegExp(`^${pay.pay("")}`) });
  await button.click();
  await page.getByRole("alert").getByText(pay.cardError).waitFor();
  await page.getByLabel(pay.email).fill("guest@example.com");
  await page.getByLabel(pay.card, { exact: false }).first().check();
  await button.click();
  await page.getByRole("heading", { name: texts[locale].pay.doneTitle }).waitFor();
  await visited(page, `phone-${locale}-5-paid`);
}

test("a call goes on when the window is made narrow and wide again, as on a tablet that is turned", async () => {
  const { number } = await openTestShop(running, pizzeria);
  const page = await browser.open();
  await page.goto(`${running.url}/_sandbox/?to=${encodeURIComponent(number)}`);
  await page.getByRole("button", { name: en.phone.dialButton, exact: true }).click();
  const said = page.getByRole("log", { name: en.phone.conversation });
  await said.getByText(pizzeria.merchant.name).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("tab", { name: en.sections.phone }).waitFor();
  expect(await said.getByText(pizzeria.merchant.name).isVisible()).toBe(true);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel(en.phone.say, { exact: true }).fill("I'd like to order");
  await page.keyboard.press("Enter");
  await said.getByText(/What would you like to order/).waitFor();
  await page.context().close();
});

/** The refused card is answered 402, which the browser notes; anything else is a fault. */
const expectNoProblems = ({ problems }: TestPage) =>
  expect(problems.filter((problem) => !problem.includes("402"))).toEqual([]);
