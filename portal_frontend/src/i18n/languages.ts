export const LOCALES = ["en", "es", "ro", "de"] as const;
export type Locale = (typeof LOCALES)[number];
export type ApiLanguage = "EN" | "ES" | "RO" | "DE";

/** Each language in its own words; never translated. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: "English",
  es: "Español",
  ro: "Română",
  de: "Deutsch",
};

export const toApi = (locale: Locale) => locale.toUpperCase() as ApiLanguage;
export const fromApi = (language: ApiLanguage) => language.toLowerCase() as Locale;
export const isLocale = (text: string): text is Locale => (LOCALES as readonly string[]).includes(text);
