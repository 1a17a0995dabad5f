import { useCallback, useEffect, useState } from "react";
import { type ApiError, asApiError } from "../api/errors.ts";
import { type Send, useSend } from "../api/useSend.ts";

interface Answer<Page> {
  page: Page | null;
  error: ApiError | null;
}

/** Asks once what an e-mailed link leads to; asking never uses the link up. `open` is a function of its module. */
export function useOpenedLink<Page>(token: string, open: (send: Send, token: string) => Promise<Page>) {
  const send = useSend();
  const [{ page, error }, setAnswer] = useState<Answer<Page>>({ page: null, error: null });
  const again = useCallback(() => setAnswer({ page: null, error: null }), []);
  const unasked = page === null && error === null;

  useEffect(() => {
    if (!unasked) return undefined;
    let current = true;
    open(send, token).then(
      (answer) => current && setAnswer({ page: answer, error: null }),
      (thrown: unknown) => current && setAnswer({ page: null, error: asApiError(thrown) }),
    );
    return () => {
      current = false;
    };
  }, [unasked, send, token, open]);

  return { page, error, again };
}
