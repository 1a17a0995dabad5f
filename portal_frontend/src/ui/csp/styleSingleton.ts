import { adoptStyles } from "./adoptStyles.ts";

/** Stands in for the module of react-style-singleton that locks scrolling (see build/strictCsp.ts). */
export function stylesheetSingleton() {
  let users = 0;
  let remove: (() => void) | null = null;
  return {
    add(css: string) {
      if (users === 0) remove = adoptStyles(css);
      users += 1;
    },
    remove() {
      users -= 1;
      if (users > 0) return;
      remove?.();
      remove = null;
    },
  };
}
