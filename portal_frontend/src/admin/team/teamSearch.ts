import type { StaffState } from "../generated/graphql";

export const STATES = ["ACTIVE", "INVITED", "DEACTIVATED"] as const satisfies readonly StaffState[];

/** What the address of the list says; without a state, everybody who has not been deactivated. */
export interface TeamSearch {
  state?: Lowercase<StaffState>;
  q?: string;
}

/** Reads an address somebody may have typed. */
export function readTeamSearch(search: Record<string, unknown>): TeamSearch {
  const state = STATES.find((known) => known.toLowerCase() === search.state);
  const { q } = search;
  const text = typeof q === "string" || typeof q === "number" ? String(q) : "";
  return {
    ...(state && { state: state.toLowerCase() as Lowercase<StaffState> }),
    ...(text.trim() && { q: text }),
  };
}

/** The same as variables of the query. */
export function variablesOf({ state, q }: TeamSearch) {
  const states: StaffState[] = state ? [state.toUpperCase() as StaffState] : ["ACTIVE", "INVITED"];
  return { search: q?.trim() || null, state: states };
}
