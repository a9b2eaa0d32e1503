import type { Locale } from "../../catalogue/types.ts";
import type { PricedLine, PricedOption } from "../../orders/pricing.ts";
import { en, type Prompts } from "./en.ts";
import { fr } from "./fr.ts";
import { plural } from "./plural.ts";

const PROMPTS: Record<Locale, Prompts> = { en, fr };

/** The sentences of a language. */
export const promptsIn = (locale: Locale): Prompts => PROMPTS[locale];

const CURRENCIES: Record<string, Record<Locale, [one: string, many: string]>> = {
  EUR: { en: ["euro", "euros"], fr: ["euro", "euros"] },
  GBP: { en: ["pound", "pounds"], fr: ["livre", "livres"] },
};
const DOLLARS: Record<Locale, [string, string]> = { en: ["dollar", "dollars"], fr: ["dollar", "dollars"] };
const CENTS: Record<Locale, [string, string]> = { en: ["cent", "cents"], fr: ["cent", "cents"] };

/** Money as it is said: "42 dollars and 50 cents", "42 dollars et 50 cents". Amounts in integer minor units. */
export function spokenMoney(cents: number, currency: string, locale: Locale): string {
  const unit = Object.hasOwn(CURRENCIES, currency) ? CURRENCIES[currency] : undefined;
  const whole = Math.trunc(cents / 100);
  const rest = Math.abs(cents % 100);
  const wholes = counted(whole, (unit ?? DOLLARS)[locale], locale);
  if (rest === 0) return wholes;
  const small = counted(rest, currency === "GBP" ? ["penny", "pence"] : CENTS[locale], locale);
  return whole === 0 ? small : `${wholes} ${PROMPTS[locale].and()} ${small}`;
}

/** French counts zero as one. */
function counted(count: number, [one, many]: [string, string], locale: Locale): string {
  return `${count} ${count === 1 || (count === 0 && locale === "fr") ? one : many}`;
}

/** "a, b and c". */
export function listed(names: readonly string[], joiner: string): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${joiner} ${last}`;
}

/** A line as it is read back: "2 Pepperoni pizzas, Large, no Onions"; one of a thing goes without its number. */
export function spokenLine(line: PricedLine, locale: Locale): string {
  const name = line.quantity === 1 ? line.name : `${line.quantity} ${plural(line.name, locale)}`;
  return [name, ...line.options.map((option) => spokenOption(option, PROMPTS[locale]))].join(", ");
}

function spokenOption({ amount, name, quantity }: PricedOption, prompts: Prompts): string {
  const many = quantity > 1 ? `${quantity} ${name}` : name;
  if (amount === "none") return prompts.left(name);
  if (amount === "light") return prompts.light(many);
  return amount === "extra" ? prompts.extra(many) : many;
}

/** The lines of an order in one breath. */
export const spokenLines = (lines: readonly PricedLine[], locale: Locale): string =>
  listed(
    lines.map((line) => spokenLine(line, locale)),
    `, ${PROMPTS[locale].and()}`,
  ).replaceAll(" , ", ", ");

/** A phone number digit by digit, in its groups: "5 1 4, 5 5 5, 0 1 9 9". */
export function spokenPhone(e164: string): string {
  const national = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  const groups = national ? national.slice(1) : [e164.replace(/\D/g, "")];
  return groups.map((group) => [...group].join(" ")).join(", ");
}
