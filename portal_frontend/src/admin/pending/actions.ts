import { createContext, useContext } from "react";
import type { Selection } from "../../table/useSelection.ts";
import type { PendingPersonFragment } from "../generated/graphql";

export interface PendingActions {
  /** Null for who may not invite. */
  selection: Selection | null;
  /** Ids of all rows shown. */
  shown: readonly string[];
  invite: (people: PendingPersonFragment[]) => void;
  revoke: (people: PendingPersonFragment[]) => void;
}

export const PendingActionsContext = createContext<PendingActions | null>(null);

export function usePendingActions(): PendingActions {
  const actions = useContext(PendingActionsContext);
  if (!actions) throw new Error("usePendingActions needs the page of pending activations");
  return actions;
}
