import { useEffect } from "react";

const EVERY = 4000;

/** Reads again every few seconds while something on the page is still under way, and the page is looked at. */
export function useReadAgainWhile(underWay: boolean, again: () => void) {
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setTimeout(() => document.visibilityState === "visible" && again(), EVERY);
    return () => clearTimeout(timer);
  });
}
