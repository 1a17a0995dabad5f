import type { EmailState } from "../generated/graphql";

export interface MailFacts {
  kind: string;
  state: EmailState;
  lastReply: string | null;
  nextAttemptAt: string | null;
  createdAt: string;
}

export type Delivery =
  | { kind: "ON_ITS_WAY" }
  | { kind: "ACCEPTED"; reply: string | null }
  | { kind: "DEFERRED"; reply: string | null; nextAttemptAt: string | null }
  | { kind: "FAILED"; reply: string | null };

/** How far the newest e-mail that was not called back has come; null where there is none. */
export function deliveryOf(emails: readonly MailFacts[]): Delivery | null {
  const newest = emails.findLast(({ state }) => state !== "CANCELLED");
  if (!newest) return null;
  const { state, lastReply: reply, nextAttemptAt } = newest;
  switch (state) {
    case "ACCEPTED":
    case "FAILED":
      return { kind: state, reply };
    case "DEFERRED":
      return { kind: "DEFERRED", reply, nextAttemptAt };
    default:
      return { kind: "ON_ITS_WAY" };
  }
}

/** True while the mail server has not answered yet, so the next look may tell more. */
export const isOnItsWay = (emails: readonly MailFacts[] | undefined) => deliveryOf(emails ?? [])?.kind === "ON_ITS_WAY";
