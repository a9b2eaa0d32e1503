import { useMerchant } from "../api/hooks.ts";
import { formatMoney } from "../format/money.ts";
import { useLocale } from "../i18n/use-locale.ts";

/** Cents as money in the language on the screen; the merchant's currency unless another is given. */
export function useMoney(): (cents: number, currency?: string) => string {
  const locale = useLocale();
  const merchant = useMerchant();
  return (cents, currency) => formatMoney(cents, currency ?? merchant.currency, locale);
}
