import { useLingui } from "@lingui/react/macro";
import { useFormats } from "../../i18n/formats.ts";
import type { Mood } from "../../ui/StateBadge.tsx";
import { useViewer } from "../session/session.ts";
import type { PortalStory } from "./portalStory.ts";

export interface PortalWords {
  mood: Mood;
  label: string;
  sentence: string;
}

/** The state of the portal as a partner of the firm would say it. */
export function usePortalWords(): (story: PortalStory) => PortalWords {
  const { t } = useLingui();
  const { firm } = useViewer();
  const { nearDate, dateTime, ago } = useFormats(firm.timeZone);
  return (story) => {
    switch (story.kind) {
      case "NONE":
        return { mood: "off", label: t`No portal`, sentence: t`Login is off for this account.` };
      case "REMOVED":
        return { mood: "off", label: t`Access removed`, sentence: t`Could log in before; login is off now.` };
      case "NOT_INVITED":
        return { mood: "waiting", label: t`Not invited`, sentence: t`Login is on, but no invitation is open.` };
      case "ON_ITS_WAY":
        return { mood: "waiting", label: t`Invited`, sentence: t`The invitation is on its way.` };
      case "UNOPENED": {
        const sent = nearDate(story.sentAt);
        return { mood: "waiting", label: t`Invited`, sentence: t`Invited on ${sent}, not opened yet.` };
      }
      case "OPENED": {
        const sent = nearDate(story.sentAt);
        const opened = nearDate(story.openedAt);
        return {
          mood: "waiting",
          label: t`Invited`,
          sentence: t`Invited on ${sent}, link opened on ${opened}, no password chosen yet.`,
        };
      }
      case "DELAYED": {
        const sent = nearDate(story.sentAt);
        const next = story.nextAttemptAt && dateTime(story.nextAttemptAt);
        const sentence = next
          ? t`Invited on ${sent}; the e-mail is delayed, next try ${next}.`
          : t`Invited on ${sent}; the e-mail is delayed.`;
        return { mood: "waiting", label: t`Delayed`, sentence };
      }
      case "UNDELIVERED": {
        const sent = nearDate(story.sentAt);
        return { mood: "bad", label: t`Not delivered`, sentence: t`Invited on ${sent}, but the e-mail was refused.` };
      }
      case "EXPIRED": {
        const sent = nearDate(story.sentAt);
        const expired = nearDate(story.expiresAt);
        return { mood: "bad", label: t`Expired`, sentence: t`Invited on ${sent}; the link expired on ${expired}.` };
      }
      case "ACTIVE": {
        const since = story.since && nearDate(story.since);
        const seen = story.lastSeenAt && ago(story.lastSeenAt);
        const sentence = since
          ? seen
            ? t`Active since ${since}, last seen ${seen}.`
            : t`Active since ${since}.`
          : t`Uses the portal.`;
        return { mood: "good", label: t`Active`, sentence };
      }
    }
  };
}
