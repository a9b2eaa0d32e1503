import { useCallback, useRef, useState } from "react";
import type { CallView } from "../api.ts";
import { remember, remembered } from "../memory.ts";

type Recognition = {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
};

/** Reads aloud what the line says, in the language it says it in; off until switched on. */
export function useAloud() {
  const [aloud, setAloud] = useState(() => remembered("aloud", "no") === "yes");
  const on = useRef(aloud);
  const speak = useCallback((said: CallView["said"]) => {
    if (!on.current || !("speechSynthesis" in window)) return;
    for (const { text, language } of said) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      const voices = window.speechSynthesis.getVoices();
      const voice =
        voices.find((one) => one.lang.replace("_", "-") === language) ??
        voices.find((one) => one.lang.startsWith(language.slice(0, 2)));
      if (voice) utterance.voice = voice;
      window.speechSynthesis.speak(utterance);
    }
  }, []);
  const hush = useCallback(() => {
    if ("speechSynthesis" in window) window.speechSynthesis.cancel();
  }, []);
  const change = (next: boolean) => {
    on.current = next;
    setAloud(next);
    remember("aloud", next ? "yes" : "no");
    if (!next) hush();
  };
  return { aloud, setAloud: change, speak, hush };
}

/** Listens through the browser's recogniser; `available` is false in browsers without one. */
export function useMicrophone(language: string, onWords: (words: string) => void) {
  const [listening, setListening] = useState(false);
  const current = useRef<Recognition | null>(null);
  const Recogniser = recogniser();

  const toggle = () => {
    if (current.current) return current.current.stop();
    if (!Recogniser) return;
    const recognition = new Recogniser();
    recognition.lang = language;
    recognition.interimResults = false;
    recognition.onresult = ({ results }) => {
      const words = Array.from(results, (result) => result[0]?.transcript ?? "")
        .join(" ")
        .trim();
      if (words) onWords(words);
    };
    recognition.onend = () => {
      current.current = null;
      setListening(false);
    };
    current.current = recognition;
    setListening(true);
    recognition.start();
  };
  return { available: Boolean(Recogniser), listening, toggle };
}

function recogniser(): (new () => Recognition) | undefined {
  const host = window as unknown as Record<string, (new () => Recognition) | undefined>;
  return host.SpeechRecognition ?? host.webkitSpeechRecognition;
}
