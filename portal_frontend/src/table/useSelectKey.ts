import { useEffect } from "react";
import { isPageKey } from "../lib/keys.ts";

/** x selects the row that has the focus, by its checkbox. */
export function useSelectKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "x" || isTextField(event.target)) return;
      const row = document.activeElement?.closest("[data-list-row]");
      const box = row?.querySelector<HTMLInputElement>("input[type=checkbox]");
      if (!box || (!isPageKey(event) && event.target !== box)) return;
      event.preventDefault();
      box.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

const isTextField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
