import type { Locale } from "../../../functions/domain/shared/schemas.ts";

/** The region makes French write "12,50 $" as Québec does, and English "$12.50". */
export const regional = (locale: string): string => (locale.startsWith("fr") ? "fr-CA" : "en-CA");

/** Integer minor units as money, e.g. `1250, "cad", "fr"` is `12,50 $`. */
export function formatMoney(cents: number, currency: string, locale: Locale): string {
  const code = currency.toUpperCase();
  return new Intl.NumberFormat(regional(locale), {
    style: "currency",
    currency: code,
    currencyDisplay: "narrowSymbol",
  }).format(cents / 100);
}

/**
 * An amount as people write it in either language, as cents: `12.50`, `12,5`, `1 234,50 $`, `$1,234.50`. The
 * last point or comma is the decimal sign unless three digits follow it. Null when it is no amount.
 */
export function toCents(typed: string): number | null {
  const text = typed.replace(/[\s$]/g, "");
  const [, sign = "", whole = "", decimals = ""] =
    /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{0,2}))?$/.exec(text) ?? [];
  const digits = whole.replace(/[.,]/g, "");
  if (!digits || digits.length > 9) return null;
  const cents = Number(digits) * 100 + Number(decimals.padEnd(2, "0"));
  return sign && cents !== 0 ? -cents : cents;
}

/** A tax rate in parts per million as a percentage, e.g. `99750` is `9.975 %` in Québec's French `9,975 %`. */
export const formatRate = (ratePpm: number, locale: Locale): string =>
  new Intl.NumberFormat(regional(locale), { style: "percent", maximumFractionDigits: 4 }).format(
    ratePpm / 1_000_000,
  );
