import { createSession } from "../../api/session.tsx";
import type { Permission, ColleagueFragment } from "../generated/graphql";

export const { SessionProvider, useSession } = createSession<ColleagueFragment>();

/** The colleague inside; only for pages behind the door. */
export function useViewer(): ColleagueFragment {
  const { viewer } = useSession();
  if (!viewer) throw new Error("this page is only for people who are signed in");
  return viewer;
}

/** Whether to offer an action; the API decides for itself. */
export function useCan(permission: Permission): boolean {
  return useViewer().can.includes(permission);
}
