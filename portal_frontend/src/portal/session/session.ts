import { createSession } from "../../api/session.tsx";
import type { PersonFragment } from "../generated/graphql";

export const { SessionProvider, useSession } = createSession<PersonFragment>();

/** The person inside; only for pages behind the door. */
export function useViewer(): PersonFragment {
  const { viewer } = useSession();
  if (!viewer) throw new Error("this page is only for people who are signed in");
  return viewer;
}
