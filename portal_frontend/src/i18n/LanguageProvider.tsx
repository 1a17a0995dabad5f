import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { activate, type LoadCatalogue } from "./activate.ts";
import { readChoice, rememberChoice } from "./detect.ts";
import type { Locale } from "./languages.ts";

interface LanguageState {
  locale: Locale;
  /** Shows this language unless the reader chose one on this device. */
  suggest: (locale: Locale) => Promise<void>;
  /** The reader's own choice, remembered on this device. */
  choose: (locale: Locale) => Promise<void>;
}

const LanguageContext = createContext<LanguageState | null>(null);

/** Holds the language; the first catalogue is activated before the first render (see the two main.tsx). */
export function LanguageProvider({ loadFace, children }: { loadFace: LoadCatalogue; children: ReactNode }) {
  const [locale, setCurrent] = useState(i18n.locale as Locale);
  const show = useCallback(
    async (next: Locale) => {
      await activate(next, loadFace);
      setCurrent(next);
    },
    [loadFace],
  );
  const state = useMemo<LanguageState>(
    () => ({
      locale,
      async suggest(next) {
        if (!readChoice() && next !== locale) await show(next);
      },
      async choose(next) {
        rememberChoice(next);
        await show(next);
      },
    }),
    [locale, show],
  );
  return (
    <LanguageContext value={state}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error("useLanguage needs a LanguageProvider");
  return state;
}
