import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { checkoutOutcome, OUTCOMES, successUrl } from "../checkout.ts";
import { StripeFailure } from "../errors.ts";
import type { LineItem, SessionRecord } from "../types.ts";
import type { World } from "../world.ts";
import { languageOf, money, type PageLanguage, page } from "./layout.ts";
import { payWords } from "./words.ts";

/** `GET /pay/:session` shows the checkout page; `POST` does what was chosen and leads on, or says why not. */
export function payPages(world: World): Hono {
  const app = new Hono();

  app.get("/pay/:session", (c) => show(world, c, null));

  app.post("/pay/:session", async (c) => {
    const form = await c.req.formData();
    const outcome = OUTCOMES.find((known) => known === form.get("outcome"));
    if (!outcome) return show(world, c, null, 400);
    try {
      const email = String(form.get("email") ?? "");
      const result = checkoutOutcome(world, c.req.param("session"), outcome, email ? { email } : {});
      if (result.redirectUrl && !outcome.startsWith("settle")) return c.redirect(result.redirectUrl, 303);
      return result.error ? show(world, c, "card", 402) : show(world, c, null);
    } catch (error) {
      if (!(error instanceof StripeFailure)) throw error;
      return show(world, c, error.details.code === "email_invalid" ? "email" : null, error.status);
    }
  });
  return app;
}

type Problem = "card" | "email" | null;

function show(
  world: World,
  c: Context,
  problem: Problem,
  status: 200 | 400 | 401 | 402 | 403 | 404 | 409 = 200,
) {
  const record = world.books.sessions.get(c.req.param("session") ?? "");
  const language = languageOf(record?.session.locale, c.req.header("accept-language"));
  const words = payWords[language];
  if (!record)
    return c.html(page(language, words.unknownTitle, message(words.unknownTitle, words.unknown)), 404);
  const merchant = world.books.accounts.get(record.account ?? "")?.business_profile.name ?? words.merchant;
  const closed = record.session.status === "open" ? undefined : closedBody(record, language);
  if (closed) return c.html(page(language, words.payTo(merchant), closed), status);
  const body = html`${summary(record, merchant, language)}${payForm(record, problem, language)}`;
  return c.html(page(language, words.payTo(merchant), body, true), status);
}

const message = (title: string, text: string) => html`<section><h1>${title}</h1><p>${text}</p></section>`;

function summary({ session, lines, notes }: SessionRecord, merchant: string, language: PageLanguage) {
  const words = payWords[language];
  const show = (amount: number) => money(amount, session.currency, language);
  return html`<div class="summary"><section>
    ${session.cancel_url ? html`<a class="back" href="${session.cancel_url}">← ${words.back}</a>` : ""}
    <h1>${words.payTo(merchant)}</h1><p class="total">${show(session.amount_total)}</p>
    <ul class="lines">${lines.map((line, index) => lineItem(line, notes[index] ?? null, show, words))}<li class="sum"><span>${words.total}</span><span>${show(session.amount_total)}</span></li></ul>
  </section></div>`;
}

type Words = (typeof payWords)["en"];

function lineItem(line: LineItem, note: string | null, show: (amount: number) => string, words: Words) {
  const each = line.quantity > 1 ? words.quantity(line.quantity, show(line.price.unit_amount)) : null;
  return html`<li><span>${line.description}${note && html`<small>${note}</small>`}${each && html`<small>${each}</small>`}</span>
    <span>${show(line.amount_total)}</span></li>`;
}

function payForm({ session }: SessionRecord, problem: Problem, language: PageLanguage) {
  const words = payWords[language];
  const choice = (outcome: string, label: string, detail: string, chosen = false) =>
    html`<label class="choice"><input type="radio" name="outcome" value="${outcome}" ${chosen ? "checked" : ""}>
      <span>${label}<small>${detail}</small></span></label>`;
  return html`<div class="pay"><section><h2>${words.contact}</h2>
    ${problem ? html`<p class="error" role="alert">${problem === "card" ? words.cardError : words.emailError}</p>` : ""}
    <form method="post" action="">
      <label class="field">${words.email}<input type="email" name="email" required autocomplete="email" value="${session.customer_email ?? ""}"></label>
      <fieldset><legend>${words.method}</legend>
        ${choice("pay", words.card, "4242 4242 4242 4242", true)}
        ${choice("decline", words.declined, "4000 0000 0000 0002")}
        ${choice("delay", words.debit, words.debitNote)}
        ${choice("delay-fail", words.debitFails, words.debitNote)}
      </fieldset>
      <button>${words.pay(money(session.amount_total, session.currency, language))}</button>
    </form>
    <form method="post" action=""><button class="quiet" name="outcome" value="expire">${words.expire}</button></form>
  </section></div>`;
}

/** A session that is over, or a bank debit that waits for its end. */
function closedBody(record: SessionRecord, language: PageLanguage) {
  const words = payWords[language];
  const { session, settles } = record;
  if (session.status === "expired") return message(words.expiredTitle, words.expired);
  const goOn = html`<p><a href="${successUrl(session)}">${words.goOn}</a></p>`;
  if (settles) {
    return html`<section><h1>${words.pendingTitle}</h1><p>${words.pending}</p><form method="post" action="">
      <button name="outcome" value="settle">${words.clear}</button>
      <button class="quiet" name="outcome" value="settle-fail">${words.bounce}</button></form>${goOn}</section>`;
  }
  const paid = session.payment_status === "paid";
  return html`<section><h1>${paid ? words.doneTitle : words.failedTitle}</h1><p>${paid ? words.done : words.failed}</p>${goOn}</section>`;
}
