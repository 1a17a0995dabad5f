import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { reloadOnce } from "../api/outdated.ts";
import { unsaved } from "../forms/unsaved.ts";
import { activate, type LoadCatalogue } from "../i18n/activate.ts";
import { detectLocale } from "../i18n/detect.ts";
import { LanguageProvider } from "../i18n/LanguageProvider.tsx";
import { LookProvider } from "../ui/LookProvider.tsx";
import type { Face } from "../ui/theme.ts";

/** Loads the words of the reader's language, then shows a face of the product. */
export async function start(face: Face, loadFace: LoadCatalogue, app: ReactNode): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  window.addEventListener("vite:preloadError", () => !unsaved.any() && reloadOnce());
  await activate(detectLocale(), loadFace);
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider loadFace={loadFace}>
        <LookProvider face={face}>{app}</LookProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}
