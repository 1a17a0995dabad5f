import { useLingui } from "@lingui/react/macro";
import { Text, Timeline } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconClock, IconMail, IconMailOff, IconMailOpened, type TablerIcon } from "@tabler/icons-react";
import { useFormats } from "../../i18n/formats.ts";
import { useViewer } from "../session/session.ts";
import { deliveryEvents, type DeliveryEvent, type DeliveryInvitation } from "./deliveryEvents.ts";

const LOOKS: Record<DeliveryEvent["what"], { Icon: TablerIcon; color: string }> = {
  QUEUED: { Icon: IconMail, color: "gray" },
  REMINDER_QUEUED: { Icon: IconMail, color: "gray" },
  ACCEPTED: { Icon: IconCheck, color: "green" },
  DEFERRED: { Icon: IconClock, color: "yellow" },
  FAILED: { Icon: IconAlertTriangle, color: "red" },
  CANCELLED: { Icon: IconMailOff, color: "gray" },
  OPENED: { Icon: IconMailOpened, color: "accent" },
  ACTIVATED: { Icon: IconCheck, color: "green" },
};

/** The way of an invitation, with what the mail servers replied. */
export function DeliveryTimeline({ invitation }: { invitation: DeliveryInvitation }) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const formats = useFormats(firm.timeZone);
  const words: Record<DeliveryEvent["what"], string> = {
    QUEUED: t`Invitation written`,
    REMINDER_QUEUED: t`Reminder written`,
    ACCEPTED: t`Accepted by the mail server`,
    DEFERRED: t`Delayed by the mail server`,
    FAILED: t`Refused by the mail server`,
    CANCELLED: t`Called back before it went out`,
    OPENED: t`Link opened`,
    ACTIVATED: t`Portal activated`,
  };
  const events = deliveryEvents(invitation);
  return (
    <Timeline bulletSize={22} lineWidth={1} active={events.length}>
      {events.map(({ key, at, what, reply }) => {
        const { Icon, color } = LOOKS[what];
        return (
          <Timeline.Item
            key={key}
            color={color}
            bullet={<Icon size={13} aria-hidden />}
            title={
              <Text span size="sm">
                {words[what]}
              </Text>
            }
          >
            <Text size="xs" c="dimmed">
              <time dateTime={at}>{formats.dateTime(at)}</time>
            </Text>
            {reply && (
              <Text size="xs" c="dimmed" ff="monospace">
                {reply}
              </Text>
            )}
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}
