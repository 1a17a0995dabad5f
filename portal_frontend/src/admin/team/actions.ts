import { createContext, useContext } from "react";
import type { ColleagueRowFragment } from "../generated/graphql";

export interface TeamActions {
  edit: (colleague: ColleagueRowFragment) => void;
  deactivate: (colleague: ColleagueRowFragment) => void;
  reactivate: (colleague: ColleagueRowFragment) => void;
  inviteAgain: (colleague: ColleagueRowFragment) => void;
}

/** Null for who may only look at the team. */
export const TeamActionsContext = createContext<TeamActions | null>(null);

export const useTeamActions = () => useContext(TeamActionsContext);
