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

/** What a person typed or a number field holds, in major units, as cents; null when it is no amount. */
export function toCents(value: string | number): number | null {
  if (value === "") return null;
  const amount = typeof value === "number" ? value : Number(value.replace(/\s/g, "").replace(",", "."));
  return Number.isFinite(amount) ? Math.round(amount * 100) : null;
}

/** A tax rate in parts per million as a percentage, e.g. `99750` is `9.975 %` in Québec's French `9,975 %`. */
export const formatRate = (ratePpm: number, locale: Locale): string =>
  new Intl.NumberFormat(regional(locale), { style: "percent", maximumFractionDigits: 4 }).format(
    ratePpm / 1_000_000,
  );
