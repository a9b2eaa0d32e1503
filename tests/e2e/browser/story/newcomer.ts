import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Locale } from "../../../../functions/domain/shared/schemas.ts";
import { en } from "../../../../web/src/i18n/en/index.ts";
import { fr } from "../../../../web/src/i18n/fr/index.ts";
import { visited } from "./visit.ts";

export const texts = { en, fr } as const;

/** Somebody who opens the app for the first time, in their language. `label` names their pictures. */
export type Newcomer = { page: Page; url: string; locale: Locale; label: string; business: string };

/** From nothing to a shop that is live, by clicking only. Ends at the step to try it. */
export async function setUp(who: Newcomer): Promise<void> {
  await signUp(who);
  await tellProfile(who);
  await takeExampleMenu(who);
  await chooseNumber(who);
  await connectStripe(who);
}

async function signUp({ page, url, locale, label }: Newcomer): Promise<void> {
  const { auth } = texts[locale];
  await page.goto(url);
  await page.getByRole("heading", { name: auth.signIn.title }).waitFor();
  await visited(page, `${label}-1-sign-in`);
  await page.getByRole("link", { name: auth.signIn.otherLink }).click();
  await page.getByRole("heading", { name: auth.signUp.title }).waitFor();
  await visited(page, `${label}-2-sign-up`);
  await page.getByLabel(auth.email).fill(`newcomer-${randomBytes(4).toString("hex")}@example.com`);
  await page.getByLabel(auth.password, { exact: true }).fill("a long password");
  await page.getByRole("button", { name: auth.signUp.submit }).click();
}

async function tellProfile({ page, locale, label, business }: Newcomer): Promise<void> {
  const { onboarding, profile, common } = texts[locale];
  await page.getByRole("heading", { name: onboarding.profile.title }).waitFor();
  await page.getByLabel(profile.name).fill(business);
  await page.getByLabel(profile.alertPhone).fill("514 555-0143");
  await visited(page, `${label}-3-profile`);
  await page.getByRole("button", { name: common.saveAndContinue }).click();
}

async function takeExampleMenu({ page, locale, label }: Newcomer): Promise<void> {
  const { onboarding, menu, common } = texts[locale];
  await page.getByRole("heading", { name: onboarding.menu.title }).waitFor();
  await page.getByRole("button", { name: menu.example }).click();
  await page
    .getByText(locale === "fr" ? "Pizza toute garnie" : "All-dressed pizza")
    .first()
    .waitFor();
  await visited(page, `${label}-4-menu`);
  await page.getByRole("link", { name: common.continue, exact: true }).click();
}

async function chooseNumber({ page, locale, label }: Newcomer): Promise<void> {
  const { onboarding, number, common } = texts[locale];
  await page.getByRole("heading", { name: onboarding.number.title }).waitFor();
  await page.getByRole("radiogroup", { name: number.pick }).getByRole("radio").nth(1).click();
  await visited(page, `${label}-5-numbers`);
  await page.getByRole("button", { name: startOf(number.choose) }).click();
  await page.getByText(number.active).waitFor();
  await visited(page, `${label}-6-number`);
  await page.getByRole("link", { name: common.continue, exact: true }).click();
}

async function connectStripe({ page, locale, label }: Newcomer): Promise<void> {
  const { onboarding, payments, common } = texts[locale];
  await page.getByRole("heading", { name: onboarding.payments.title }).waitFor();
  await visited(page, `${label}-7-payments`);
  await page.getByRole("button", { name: payments.connect }).click();
  await page.waitForURL(/_sandbox\/connect\//);
  await visited(page, `${label}-8-at-stripe`);
  await page.locator('button[value="finish"]').click();
  await page.getByText(payments.text.active).waitFor();
  await visited(page, `${label}-9-connected`);
  await page.getByRole("link", { name: common.continue, exact: true }).click();
}

/** The step to try it: answers the number that stands there, and the address of the test phone. */
export async function readTryStep({
  page,
  locale,
  label,
}: Newcomer): Promise<{ number: string; phoneUrl: string }> {
  const { onboarding } = texts[locale];
  await page.getByRole("heading", { name: onboarding.try.title }).waitFor();
  await page.getByText(onboarding.try.waiting).waitFor();
  await visited(page, `${label}-10-try`);
  const tel = await page.locator('a[href^="tel:"]').getAttribute("href");
  const phoneUrl = await page.getByRole("link", { name: onboarding.try.openPhone }).getAttribute("href");
  expect(tel).toMatch(/^tel:\+1\d{10}$/);
  return { number: tel?.slice("tel:".length) ?? "", phoneUrl: phoneUrl ?? "" };
}

/** The fixed beginning of a text with a placeholder. */
const startOf = (text: string): RegExp => new RegExp(`^${text.split("{{")[0]}`);
