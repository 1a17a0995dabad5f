import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { AppProvider } from "./AppProvider.tsx";
import { FALLBACK_ACCENT } from "./colour/palette.ts";
import { type Look, recallLook, rememberLook } from "./look.ts";
import type { Face } from "./theme.ts";

interface LookState {
  /** Null until the firm of this door is known. */
  look: Look | null;
  setLook: (look: Look) => void;
}

const LookContext = createContext<LookState | null>(null);

/** Knows whose portal this is and paints it in the firm's colour. */
export function LookProvider({ face, children }: { face: Face; children: ReactNode }) {
  const [look, keep] = useState(recallLook);
  const setLook = useCallback((next: Look) => {
    rememberLook(next);
    keep(next);
  }, []);
  const logo = face === "portal" ? look?.logoUrl : null;
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    if (logo && icon) Object.assign(icon, { type: "", href: logo });
  }, [logo]);
  const state = useMemo(() => ({ look, setLook }), [look, setLook]);
  return (
    <LookContext value={state}>
      <AppProvider face={face} accent={look?.accentColor ?? FALLBACK_ACCENT}>
        {children}
      </AppProvider>
    </LookContext>
  );
}

export function useLook(): LookState {
  const state = useContext(LookContext);
  if (!state) throw new Error("useLook needs a LookProvider");
  return state;
}
