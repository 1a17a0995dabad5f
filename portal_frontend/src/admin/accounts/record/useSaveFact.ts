import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { asApiError } from "../../../api/errors.ts";
import { useSend } from "../../../api/useSend.ts";
import { tell, warn } from "../../../ui/tell.tsx";
import { useErrorWords } from "../../../ui/useErrorWords.ts";
import type { UpdateAccountInput } from "../../generated/graphql";
import { useAccount } from "./AccountContext.ts";
import { UpdateAccountMutation } from "./documents.ts";

export type Facts = Omit<UpdateAccountInput, "id" | "version">;

/** Saves single facts of the account, each with a way back; throws an ApiError when refused. */
export function useSaveFact() {
  const { t } = useLingui();
  const { titleOf } = useErrorWords();
  const send = useSend();
  const { account } = useAccount();
  const version = useRef(account.version);
  useEffect(() => {
    version.current = Math.max(version.current, account.version);
  }, [account.version]);

  const write = async (facts: Facts) => {
    const { updateAccount } = await send(UpdateAccountMutation, {
      input: { id: account.id, version: version.current, ...facts },
    });
    version.current = updateAccount.account.version;
  };
  return async (facts: Facts, before: Facts) => {
    await write(facts);
    const undo = () => {
      write(before).then(
        () => tell(t`Everything is as it was.`),
        (thrown: unknown) => warn(titleOf(asApiError(thrown))),
      );
    };
    tell(t`Saved.`, { label: t`Undo`, run: undo });
  };
}
