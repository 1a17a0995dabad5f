import { useLingui } from "@lingui/react/macro";

export interface EventFacts {
  action: string;
  actorName: string;
  actorKind: string;
  subjectName?: string | null;
}

/** Each event as a sentence; an action this page does not know yet is told by its name. */
export function useEventWords(): (event: EventFacts) => string {
  const { t } = useLingui();
  return ({ action, actorName, actorKind, subjectName }) => {
    const who = actorKind === "SYSTEM" || !actorName ? t`Antesala` : actorName;
    const whom = subjectName ?? t`somebody`;
    switch (action) {
      case "account.created":
        return t`${who} created the account.`;
      case "account.updated":
        return t`${who} changed the account.`;
      case "account.archived":
        return t`${who} archived the account.`;
      case "account.restored":
        return t`${who} restored the account.`;
      case "contact.created":
        return t`${who} entered ${whom} as a new contact.`;
      case "contact.added":
        return t`${who} added ${whom} to the account.`;
      case "contact.removed":
        return t`${who} removed ${whom} from the account.`;
      case "contact.updated":
        return t`${who} changed the contact ${whom}.`;
      case "contact.activated":
        return t`${whom} activated the portal.`;
      case "access.changed":
        return t`${who} changed the access of ${whom}.`;
      case "access.granted":
        return t`${whom}, who uses the portal already, was told about the new access.`;
      case "invitation.sent":
        return t`${who} invited ${whom} to the portal.`;
      case "invitation.accepted":
        return t`${whom} accepted the invitation.`;
      case "invitation.reminded":
        return t`${whom} was reminded of the invitation.`;
      case "invitation.renewed":
        return t`${whom} asked for a fresh link, and it was sent.`;
      case "invitation.revoked":
        return t`${who} withdrew the invitation of ${whom}.`;
      case "invitation.superseded":
        return t`A newer invitation replaced the one of ${whom}.`;
      case "email.change_requested":
        return t`${who} entered a new e-mail address for ${whom}, who confirms it first.`;
      case "email.changed":
        return t`${whom} confirmed a new e-mail address.`;
      case "profile.updated":
        return t`${whom} changed their own profile.`;
      case "tag.deleted":
        return t`${who} deleted the tag ${whom}, which this account carried.`;
      case "tag.merged":
        return t`${who} merged a tag of this account into ${whom}.`;
      default:
        return `${who}: ${action}`;
    }
  };
}
