import { formatMoney, languageTag } from "../shared/format.ts";
import type { Locale } from "../shared/schemas.ts";
import { templates } from "./templates/index.ts";
import type { LineOption, OrderFacts } from "./types.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

type Mail = {
  locale: Locale;
  merchant: string;
  heading: string;
  text: string;
  order?: OrderFacts;
  link?: string;
};

/** One plain, readable layout for every e-mail; inline styles, since mail programs know nothing else. */
export function mailHtml({ locale, merchant, heading, text, order, link }: Mail): string {
  const { words } = templates[locale];
  const button = link
    ? `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f6f5c;color:#fff;text-decoration:none">${escapeHtml(words.open)}</a></p>`
    : "";
  return `<!doctype html><html lang="${languageTag(locale)}"><body style="margin:0;padding:24px;background:#f5f3ee;font-family:system-ui,sans-serif;color:#1d2a26">
<div style="max-width:520px;margin:0 auto;background:#fff;border-radius:12px;padding:24px">
<p style="margin:0 0 4px;color:#5b6b65">${escapeHtml(merchant)}</p><h1 style="font-size:20px;margin:0 0 12px">${escapeHtml(heading)}</h1>
<p>${escapeHtml(text)}</p>${order ? orderTable(order, locale) : ""}${button}
<p style="font-size:12px;color:#5b6b65">${escapeHtml(words.footer(merchant))}</p></div></body></html>`;
}

function orderTable(order: OrderFacts, locale: Locale): string {
  const { words } = templates[locale];
  const money = (amount: number) => formatMoney(amount, order.currency, locale);
  const row = (label: string, amount: number, weight = 400) =>
    `<tr style="font-weight:${weight}"><td style="padding:4px 0">${escapeHtml(label)}</td><td style="text-align:right">${escapeHtml(money(amount))}</td></tr>`;
  const lines = order.lines.map((line) => {
    const options = line.options.map((option) => optionWords(option, locale)).join(", ");
    return row(`${line.quantity} × ${line.name}${options ? ` (${options})` : ""}`, line.totalCents);
  });
  const taxes = order.taxes.filter((tax) => tax.amountCents > 0).map((tax) => row(tax.name, tax.amountCents));
  return `<table role="presentation" style="width:100%;border-collapse:collapse;margin:12px 0">${lines.join("")}${row(words.subtotal, order.subtotalCents)}${taxes.join("")}${row(words.total, order.totalCents, 700)}</table>`;
}

/** An option as a person reads it: "no onions", "extra fromage", "2 × shot". */
export function optionWords(option: LineOption, locale: Locale): string {
  const { words } = templates[locale];
  if (option.amount === "none") return words.without(option.name);
  const name = option.quantity > 1 ? `${option.quantity} × ${option.name}` : option.name;
  if (option.amount === "light") return words.light(name);
  return option.amount === "extra" ? words.extra(name) : name;
}
