import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { remember, remembered } from "./memory.ts";
import { en } from "./words/en.ts";
import { fr } from "./words/fr.ts";

export type Language = "en" | "fr";
export type Words = typeof en;

const all: Record<Language, Words> = { en, fr };

type Spoken = { language: Language; words: Words; setLanguage(language: Language): void };

const LanguageContext = createContext<Spoken>({ language: "en", words: en, setLanguage: () => {} });

/** The page's language: the one chosen here before, else the browser's. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    remembered("language", browserLanguage()) === "fr" ? "fr" : "en",
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = all[language].title;
    remember("language", language);
  }, [language]);
  const value = useMemo(() => ({ language, words: all[language], setLanguage }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useWords = () => useContext(LanguageContext);

const browserLanguage = () => (navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en");
