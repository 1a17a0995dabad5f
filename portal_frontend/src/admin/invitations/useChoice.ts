import { useCallback, useState } from "react";
import type { Choice } from "./choice.ts";

/** Waits in the middle of a save for the choice between sending and skipping; null when the person thinks again. */
export function useChoice() {
  const [answer, setAnswer] = useState<((choice: Choice | null) => void) | null>(null);
  const ask = useCallback(
    () =>
      new Promise<Choice | null>((resolve) =>
        setAnswer(() => (choice: Choice | null) => {
          setAnswer(null);
          resolve(choice);
        }),
      ),
    [],
  );
  return { ask, answer };
}
