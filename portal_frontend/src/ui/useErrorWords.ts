import { useLingui } from "@lingui/react/macro";
import { type ApiError, NO_ANSWER } from "../api/errors.ts";

/** The sentence for a person, and the line that helps support find the request. */
export function useErrorWords() {
  const { t } = useLingui();
  return {
    titleOf(error: ApiError): string {
      if (error.code === NO_ANSWER) {
        return t`The server did not answer. Check your connection and try again; nothing you typed is lost.`;
      }
      return error.message || t`Something went wrong on our side. Please try again in a moment.`;
    },
    reference(error: ApiError): string | null {
      const { requestId } = error;
      return requestId && error.code === "INTERNAL" ? t`If it happens again, please give us this number: ${requestId}` : null;
    },
  };
}
