import type { FirmSettingsFragment } from "../generated/graphql";
import { useSession, useViewer } from "../session/session.ts";

/** Takes the firm's newest settings over into the frame around the page. */
export function useShowFirm() {
  const viewer = useViewer();
  const { update } = useSession();
  return (firm: FirmSettingsFragment) => update({ ...viewer, firm: { ...viewer.firm, ...firm } });
}
