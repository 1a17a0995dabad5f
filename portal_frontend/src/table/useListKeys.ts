import { type RefObject, useEffect } from "react";
import { isPageKey } from "../lib/keys.ts";

const STEPS: Record<string, number> = { j: 1, k: -1 };

/** j and k move the focus through the rows' links; Enter then opens as on every link. */
export function useListKeys(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined || !isPageKey(event)) return;
      const rows = [...(box.current?.querySelectorAll<HTMLElement>("[data-list-row]") ?? [])];
      const current = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[current === -1 ? 0 : Math.min(Math.max(current + step, 0), rows.length - 1)];
      next?.querySelector<HTMLElement>("a, button")?.focus();
      next?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
}
