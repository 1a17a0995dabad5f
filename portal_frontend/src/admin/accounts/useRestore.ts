import { useLingui } from "@lingui/react/macro";
import { asApiError } from "../../api/errors.ts";
import { useSend } from "../../api/useSend.ts";
import { tell, warn } from "../../ui/tell.tsx";
import { useErrorWords } from "../../ui/useErrorWords.ts";
import { RestoreAccountMutation } from "./documents.ts";

export function useRestore() {
  const { t } = useLingui();
  const { titleOf } = useErrorWords();
  const send = useSend();
  return async ({ id, name }: { id: string; name: string }) => {
    try {
      await send(RestoreAccountMutation, { input: { id } });
      tell(t`${name} is back, and so is the portal of its contacts.`);
    } catch (thrown) {
      warn(titleOf(asApiError(thrown)));
    }
  };
}
