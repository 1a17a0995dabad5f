import type { EmailState, PortalAccess } from "../generated/graphql";

export interface StoryMail {
  state: EmailState;
  createdAt: string;
  nextAttemptAt?: string | null;
}

export interface StoryLink {
  login: boolean;
  portalAccess: PortalAccess;
  contact: { activatedAt?: string | null; lastSeenAt?: string | null };
  invitation?: {
    sentAt: string;
    expiresAt: string;
    openedAt?: string | null;
    emails: readonly StoryMail[];
  } | null;
}

export type PortalStory =
  | { kind: "NONE" | "REMOVED" | "NOT_INVITED" }
  | { kind: "UNDELIVERED" | "UNOPENED"; sentAt: string }
  | { kind: "DELAYED"; sentAt: string; nextAttemptAt: string | null }
  | { kind: "ON_ITS_WAY" }
  | { kind: "OPENED"; sentAt: string; openedAt: string }
  | { kind: "EXPIRED"; sentAt: string; expiresAt: string }
  | { kind: "ACTIVE"; since: string | null; lastSeenAt: string | null };

/** How far a person has come with the portal, and what holds them up. */
export function portalStory({ portalAccess, contact, invitation }: StoryLink): PortalStory {
  switch (portalAccess) {
    case "NONE":
      return { kind: "NONE" };
    case "REVOKED":
      return { kind: "REMOVED" };
    case "ACTIVE":
      return { kind: "ACTIVE", since: contact.activatedAt ?? null, lastSeenAt: contact.lastSeenAt ?? null };
    case "EXPIRED":
      if (!invitation) return { kind: "NOT_INVITED" };
      return { kind: "EXPIRED", sentAt: invitation.sentAt, expiresAt: invitation.expiresAt };
    case "NOT_INVITED":
      return { kind: "NOT_INVITED" };
    case "PENDING":
      return invitation ? pending(invitation) : { kind: "NOT_INVITED" };
  }
}

function pending({ sentAt, openedAt, emails }: NonNullable<StoryLink["invitation"]>): PortalStory {
  if (openedAt) return { kind: "OPENED", sentAt, openedAt };
  const mail = emails.findLast(({ state }) => state !== "CANCELLED");
  switch (mail?.state) {
    case "FAILED":
      return { kind: "UNDELIVERED", sentAt };
    case "DEFERRED":
      return { kind: "DELAYED", sentAt, nextAttemptAt: mail.nextAttemptAt ?? null };
    case "QUEUED":
    case "SENDING":
      return { kind: "ON_ITS_WAY" };
    default:
      return { kind: "UNOPENED", sentAt };
  }
}
