import { createContext, useContext } from "react";
import type { AccountRecordFragment } from "../../generated/graphql";

interface OpenAccount {
  account: AccountRecordFragment;
  /** Reads it anew, after somebody else changed it. */
  again: () => void;
}

export const AccountContext = createContext<OpenAccount | null>(null);

/** The account whose page this is. */
export function useAccount(): OpenAccount {
  const open = useContext(AccountContext);
  if (!open) throw new Error("this part belongs to the page of an account");
  return open;
}
