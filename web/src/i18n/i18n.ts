import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Locale } from "../../../functions/domain/shared/schemas.ts";
import type { en } from "./en/index.ts";
import type { AllTexts } from "./texts.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    /** Some keys, like the scopes of API keys, have a colon in them. */
    nsSeparator: false;
  }
}

const KEY = "callwaiting.language";

/** Each language is a file of its own: nobody downloads the one they do not read. */
const load: Record<Locale, () => Promise<AllTexts>> = {
  en: async () => (await import("./en/index.ts")).en,
  fr: async () => (await import("./fr/index.ts")).fr,
};

/** The language of the address (`?lang=fr`), else the one chosen here before, else the browser's. */
export function pickLocale(search: string, stored: string | null, languages: readonly string[]): Locale {
  const asked = new URLSearchParams(search).get("lang") ?? stored ?? languages[0] ?? "en";
  return asked.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** Makes the texts ready before anything is drawn. */
export async function startI18n(): Promise<void> {
  const locale = pickLocale(location.search, localStorage.getItem(KEY), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: await load[locale]() } },
    interpolation: { escapeValue: false },
    nsSeparator: false,
  });
  document.documentElement.lang = locale;
}

/** Changes the language everywhere at once and remembers it. */
export async function changeLocale(locale: Locale): Promise<void> {
  if (!i18next.hasResourceBundle(locale, "translation")) {
    i18next.addResourceBundle(locale, "translation", await load[locale]());
  }
  await i18next.changeLanguage(locale);
  localStorage.setItem(KEY, locale);
  document.documentElement.lang = locale;
}
