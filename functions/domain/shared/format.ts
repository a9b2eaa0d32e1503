import type { Locale } from "./schemas.ts";

/** Canadian English and Québec French. */
export const languageTag = (locale: Locale): string => (locale === "fr" ? "fr-CA" : "en-CA");

/**
 * Money as people read it: `$42.50`, `42,50 $`. Plain spaces instead of the no-break ones of Intl: a single one of
 * those would make a text message cost twice.
 */
export function formatMoney(amountCents: number, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(languageTag(locale), {
    style: "currency",
    currency: currency.toUpperCase(),
    currencyDisplay: "narrowSymbol",
  })
    .format(amountCents / 100)
    .replace(/[\u00a0\u202f]/g, " ");
}

/** `+15145550199` as `514 555-0199`; other countries' numbers stay E.164. */
export function formatPhone(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `${match[1]} ${match[2]}-${match[3]}` : e164;
}
