import type { Catalog } from "../catalogue/types.ts";
import type { DialogueMerchant, DialogueState } from "../conversation/dialogue/types.ts";
import type { Tax } from "../orders/pricing.ts";
import type { Locale } from "../shared/schemas.ts";

/** What SQL's `start_call` and `load_turn` tell of the merchant. */
export type CallMerchant = {
  name: string;
  locale: Locale;
  /** The local time there, "2026-11-27T09:00". */
  now: string;
  /** ISO 4217, lower case. */
  currency: string;
  taxes: Tax[];
  transferPhone: string | null;
  hoursText: string | null;
  canTakePayment: boolean;
  catalog: Catalog;
};

export type CallFacts = {
  id: string;
  from: string | null;
  turn: number;
  /** Null before the caller's first turn. */
  dialogue: DialogueState | null;
};

/** The merchant as the dialogue knows one. */
export function toDialogueMerchant(merchant: CallMerchant): DialogueMerchant {
  const { name, locale, now, taxes, transferPhone, hoursText, canTakePayment, catalog } = merchant;
  return {
    name,
    locale,
    now,
    taxes,
    transferPhone,
    canTakePayment,
    catalog,
    currency: merchant.currency.toUpperCase(),
    canOrder: catalog.items.some((item) => item.available),
    ...(hoursText ? { hours: { en: hoursText, fr: hoursText } } : {}),
  };
}
