import { useLingui } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import { useFormats } from "../../i18n/formats.ts";
import { type Mood, StateBadge } from "../../ui/StateBadge.tsx";
import { useViewer } from "../session/session.ts";
import classes from "./pending.module.css";
import { type Delivery, deliveryOf, type MailFacts } from "./deliveryOf.ts";

const MOODS: Record<Delivery["kind"], Mood> = {
  ON_ITS_WAY: "waiting",
  ACCEPTED: "good",
  DEFERRED: "waiting",
  FAILED: "bad",
};

/** Where the e-mail is, with the mail server's own reply (INV-4). */
export function DeliveryCell({ emails }: { emails: readonly MailFacts[] }) {
  const words = useDeliveryWords();
  const next = useNextTry();
  const delivery = deliveryOf(emails);
  if (!delivery) return null;
  const reply = "reply" in delivery ? delivery.reply : null;
  const nextTry = delivery.kind === "DEFERRED" && delivery.nextAttemptAt;
  return (
    <Stack gap={2} align="flex-start">
      <div className={classes.whole}>
        <StateBadge mood={MOODS[delivery.kind]}>{words[delivery.kind]}</StateBadge>
      </div>
      {nextTry && (
        <Text size="xs" c="dimmed" className={classes.wraps}>
          {next(nextTry)}
        </Text>
      )}
      {reply && (
        <Text size="xs" c="dimmed" className={delivery.kind === "ACCEPTED" ? classes.reply : classes.wraps} title={reply}>
          {reply}
        </Text>
      )}
    </Stack>
  );
}

function useDeliveryWords(): Record<Delivery["kind"], string> {
  const { t } = useLingui();
  return { ON_ITS_WAY: t`On its way`, ACCEPTED: t`Accepted`, DEFERRED: t`Delayed`, FAILED: t`Not delivered` };
}

function useNextTry(): (at: string) => string {
  const { t } = useLingui();
  const { firm } = useViewer();
  const { dateTime } = useFormats(firm.timeZone);
  return (at) => {
    const time = dateTime(at);
    return t`Next try: ${time}`;
  };
}
