import { isLocale, type Locale } from "./languages.ts";

const KEY = "antesala.language";

/** The language chosen here before, else the first of the browser's that we speak, else English. */
export function detectLocale(preferred: readonly string[] = navigator.languages): Locale {
  const chosen = readChoice();
  if (chosen) return chosen;
  for (const tag of preferred) {
    const language = tag.toLowerCase().split("-")[0] ?? "";
    if (isLocale(language)) return language;
  }
  return "en";
}

export function readChoice(): Locale | null {
  const stored = localStorage.getItem(KEY);
  return stored && isLocale(stored) ? stored : null;
}

export function rememberChoice(locale: Locale): void {
  localStorage.setItem(KEY, locale);
}
