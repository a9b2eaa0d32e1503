import type { Merchant } from "../../../../functions/domain/merchants/contracts.ts";
import type { Locale } from "../../../../functions/domain/shared/schemas.ts";

export type Tax = Merchant["taxes"][number];

/** Names in English and French, and parts per million. */
type PresetTax = readonly [en: string, fr: string, ratePpm: number];

const GST: PresetTax = ["GST", "TPS", 50_000];
const hst = (percent: number): PresetTax => ["HST", "TVH", percent * 10_000];
const pst = (percent: number): PresetTax => ["PST", "TVP", percent * 10_000];

type Preset = { id: string; en: string; fr: string; taxes: readonly PresetTax[] };

/** Sales taxes by province, as the Canada Revenue Agency and Revenu Québec list them since April 2025. */
export const taxPresets: readonly Preset[] = [
  { id: "QC", en: "Québec", fr: "Québec", taxes: [GST, ["QST", "TVQ", 99_750]] },
  { id: "ON", en: "Ontario", fr: "Ontario", taxes: [hst(13)] },
  { id: "NB", en: "New Brunswick", fr: "Nouveau-Brunswick", taxes: [hst(15)] },
  { id: "NS", en: "Nova Scotia", fr: "Nouvelle-Écosse", taxes: [hst(14)] },
  { id: "PE", en: "Prince Edward Island", fr: "Île-du-Prince-Édouard", taxes: [hst(15)] },
  { id: "NL", en: "Newfoundland and Labrador", fr: "Terre-Neuve-et-Labrador", taxes: [hst(15)] },
  { id: "MB", en: "Manitoba", fr: "Manitoba", taxes: [GST, pst(7)] },
  { id: "SK", en: "Saskatchewan", fr: "Saskatchewan", taxes: [GST, pst(6)] },
  { id: "BC", en: "British Columbia", fr: "Colombie-Britannique", taxes: [GST, pst(7)] },
  { id: "AB", en: "Alberta", fr: "Alberta", taxes: [GST] },
  { id: "TERR", en: "Yukon, N.W.T., Nunavut", fr: "Yukon, T.N.-O., Nunavut", taxes: [GST] },
];

/** The taxes of a preset, named in the merchant's language: that is how receipts print them. */
export const presetTaxes = (id: string, locale: Locale): Tax[] =>
  (taxPresets.find((preset) => preset.id === id)?.taxes ?? []).map(([en, fr, ratePpm]) => ({
    name: locale === "fr" ? fr : en,
    ratePpm,
  }));

/** The first preset with exactly these rates and names in either language; `none` or `custom` otherwise. */
export function presetOf(taxes: readonly Tax[]): string {
  if (taxes.length === 0) return "none";
  const isSame = (preset: Preset) =>
    preset.taxes.length === taxes.length &&
    preset.taxes.every(([en, fr, ratePpm], index) => {
      const tax = taxes[index];
      return tax?.ratePpm === ratePpm && (tax.name === en || tax.name === fr);
    });
  return taxPresets.find(isSame)?.id ?? "custom";
}

/** A percentage as typed, in parts per million: `9.975` is 99750. */
export const toPpm = (percent: number): number => Math.round(percent * 10_000);

/** What a customer pays in cents, each tax on the subtotal and rounded by itself. */
export const withTaxes = (subtotalCents: number, taxes: readonly Tax[]): number =>
  taxes.reduce((sum, { ratePpm }) => sum + Math.round((subtotalCents * ratePpm) / 1_000_000), subtotalCents);
