import type { Merchant } from "../../../../functions/domain/merchants/contracts.ts";
import type { Locale } from "../../../../functions/domain/shared/schemas.ts";
import { formatPhone, toE164 } from "../../format/phone.ts";
import { presetOf, presetTaxes, type Tax } from "./taxes.ts";

/** The profile as the form holds it: texts where the API has null, phones as people write them. */
export type ProfileDraft = {
  name: string;
  vertical: Merchant["vertical"];
  locale: Locale;
  country: Merchant["country"];
  currency: Merchant["currency"];
  timeZone: string;
  hoursText: string;
  alertEmail: string;
  alertPhone: string;
  transferPhone: string;
  taxPreset: string;
  taxes: Tax[];
  paymentExpiryMinutes: number;
};

/** What a new merchant most likely is: here, in this language, in Québec. */
export const emptyProfile = (locale: Locale, email: string, timeZone: string): ProfileDraft => ({
  name: "",
  vertical: "restaurant",
  locale,
  country: "CA",
  currency: "cad",
  timeZone,
  hoursText: "",
  alertEmail: email,
  alertPhone: "",
  transferPhone: "",
  taxPreset: "QC",
  taxes: presetTaxes("QC", locale),
  paymentExpiryMinutes: 60,
});

const shownPhone = (phone: string | null) => (phone ? formatPhone(phone) : "");

export const profileDraft = (merchant: Merchant): ProfileDraft => ({
  name: merchant.name,
  vertical: merchant.vertical,
  locale: merchant.locale,
  country: merchant.country,
  currency: merchant.currency,
  timeZone: merchant.timeZone,
  hoursText: merchant.hoursText ?? "",
  alertEmail: merchant.alertEmail ?? "",
  alertPhone: shownPhone(merchant.alertPhone),
  transferPhone: shownPhone(merchant.transferPhone),
  taxPreset: presetOf(merchant.taxes),
  taxes: merchant.taxes,
  paymentExpiryMinutes: merchant.paymentExpiryMinutes,
});

/** What the API takes of a draft, for a new merchant and for a change. */
export const profileBody = (draft: ProfileDraft) => ({
  name: draft.name.trim(),
  vertical: draft.vertical,
  locale: draft.locale,
  country: draft.country,
  currency: draft.currency,
  timeZone: draft.timeZone,
  hoursText: draft.hoursText.trim() || null,
  alertEmail: draft.alertEmail.trim() || null,
  alertPhone: toE164(draft.alertPhone),
  transferPhone: toE164(draft.transferPhone),
  taxes: draft.taxes.filter(({ name }) => name.trim()),
});
