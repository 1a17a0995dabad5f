import { useLingui } from "@lingui/react/macro";
import { useFormats } from "../../i18n/formats.ts";
import type { Mood } from "../../ui/StateBadge.tsx";
import { useViewer } from "../session/session.ts";

export interface InvitationFacts {
  state: string;
  sentAt: string;
  expiresAt: string;
  openedAt: string | null;
  sentBy: { name: string } | null;
}

export interface InvitationState {
  mood: Mood;
  label: string;
  /** When it was sent and by whom, and whether its link was opened. */
  detail: string | null;
}

/** How far an invitation has come, as a partner of the firm would say it (INV-4). */
export function useInvitationWords(): (invitation: InvitationFacts | null) => InvitationState {
  const { t } = useLingui();
  const { firm } = useViewer();
  const { nearDate } = useFormats(firm.timeZone);
  return (invitation) => {
    if (!invitation) return { mood: "off", label: t`Not invited`, detail: null };
    const { state, openedAt, sentBy } = invitation;
    const sent = nearDate(invitation.sentAt);
    const expiry = nearDate(invitation.expiresAt);
    const opened = openedAt && nearDate(openedAt);
    const who = sentBy?.name;
    const invited = who ? t`Invited on ${sent} by ${who}` : t`Invited on ${sent}`;
    switch (state) {
      case "EXPIRED":
        return { mood: "bad", label: t`Expired on ${expiry}`, detail: invited };
      case "REVOKED":
        return { mood: "off", label: t`Invitation withdrawn`, detail: invited };
      case "PENDING":
        return opened
          ? { mood: "waiting", label: t`Link opened on ${opened}`, detail: invited }
          : { mood: "waiting", label: t`Not opened yet`, detail: invited };
      default:
        return { mood: "off", label: t`Not invited`, detail: null };
    }
  };
}
