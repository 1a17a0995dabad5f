import type { EmailState } from "../generated/graphql";

export interface DeliveryMail {
  id: string;
  kind: string;
  state: EmailState;
  createdAt: string;
  nextAttemptAt?: string | null;
  attempts: readonly { at: string; state: EmailState; reply?: string | null }[];
}

export interface DeliveryInvitation {
  sentAt: string;
  expiresAt: string;
  openedAt?: string | null;
  acceptedAt?: string | null;
  emails: readonly DeliveryMail[];
}

export interface DeliveryEvent {
  key: string;
  at: string;
  what: "QUEUED" | "REMINDER_QUEUED" | "ACCEPTED" | "DEFERRED" | "FAILED" | "CANCELLED" | "OPENED" | "ACTIVATED";
  /** The mail server's own words. */
  reply?: string | null;
}

const TOLD: Partial<Record<EmailState, DeliveryEvent["what"]>> = {
  ACCEPTED: "ACCEPTED",
  DEFERRED: "DEFERRED",
  FAILED: "FAILED",
};

/** What happened to an invitation and its reminders, oldest first (INV-6). */
export function deliveryEvents({ emails, openedAt, acceptedAt }: DeliveryInvitation): DeliveryEvent[] {
  const events = emails.flatMap((mail): DeliveryEvent[] => [
    { key: mail.id, at: mail.createdAt, what: mail.kind === "REMINDER" ? "REMINDER_QUEUED" : "QUEUED" },
    ...mail.attempts.flatMap(({ at, state, reply }, index): DeliveryEvent[] => {
      const what = TOLD[state];
      return what ? [{ key: `${mail.id} ${index}`, at, what, reply: reply ?? null }] : [];
    }),
    ...(mail.state === "CANCELLED" ? [{ key: `${mail.id} cancelled`, at: mail.createdAt, what: "CANCELLED" as const }] : []),
  ]);
  if (openedAt) events.push({ key: "opened", at: openedAt, what: "OPENED" });
  if (acceptedAt) events.push({ key: "activated", at: acceptedAt, what: "ACTIVATED" });
  return events.toSorted((one, other) => one.at.localeCompare(other.at));
}
