import { createContext, useContext } from "react";
import type { TagRowFragment } from "../generated/graphql";

export interface TagActions {
  edit: (tag: TagRowFragment) => void;
  merge: (tag: TagRowFragment) => void;
  remove: (tag: TagRowFragment) => void;
}

/** Null for who may only look at the tags. */
export const TagActionsContext = createContext<TagActions | null>(null);

export const useTagActions = () => useContext(TagActionsContext);
