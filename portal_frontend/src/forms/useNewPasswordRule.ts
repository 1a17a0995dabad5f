import { useLingui } from "@lingui/react/macro";
import { advise, SHORTEST_PASSWORD } from "../lib/passwordAdvice.ts";

/** Refuses what the server would refuse for its length; its finer judgement arrives as a field error. */
export function useNewPasswordRule(): (password: string) => string | null {
  const { t } = useLingui();
  return (password) => {
    const { kind } = advise(password);
    if (kind === "EMPTY") return t`Choose a password.`;
    if (kind === "TOO_SHORT") return t`The password needs at least ${SHORTEST_PASSWORD} characters.`;
    return null;
  };
}
