import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { isPageKey } from "../../lib/keys.ts";
import { useCan } from "../session/session.ts";

/** The keys that work on every page inside. */
export function useShellKeys({ openMenu, openHelp }: { openMenu: () => void; openHelp: () => void }) {
  const navigate = useNavigate();
  const mayCreate = useCan("MANAGE_ACCOUNTS");
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openMenu();
        return;
      }
      if (!isPageKey(event)) return;
      if (event.key === "?") openHelp();
      else if (event.key === "c" && mayCreate) void navigate({ to: "/accounts/new" });
      else if (event.key === "/") document.querySelector<HTMLElement>("[data-search]")?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, mayCreate, openMenu, openHelp]);
}
