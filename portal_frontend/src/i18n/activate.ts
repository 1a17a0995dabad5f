import { i18n, type Messages } from "@lingui/core";
import type { Locale } from "./languages.ts";

export type LoadCatalogue = (locale: Locale) => Promise<{ messages: Messages }>;

const loadShared: LoadCatalogue = (locale) => import(`./catalogues/shared/${locale}.po`);

/** Loads the shared words and those of one face, then switches. */
export async function activate(locale: Locale, loadFace: LoadCatalogue): Promise<void> {
  const [shared, face] = await Promise.all([loadShared(locale), loadFace(locale)]);
  i18n.loadAndActivate({ locale, messages: { ...shared.messages, ...face.messages } });
  document.documentElement.lang = locale;
}
