import { type NavigateOptions, type RegisteredRouter, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** Goes on to another page, once. The router's own `Navigate` starts anew at every render and never ends where the
 *  page it leaves listens to the location. */
export function GoTo<To extends string | undefined>(options: NavigateOptions<RegisteredRouter, string, To>) {
  const router = useRouter();
  const [target] = useState(options);
  useEffect(() => {
    void router.navigate({ ...target, replace: true } as NavigateOptions);
  }, [router, target]);
  return null;
}
