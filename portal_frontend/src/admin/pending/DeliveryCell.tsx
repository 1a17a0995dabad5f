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
  const delivery = deliveryOf(emails);
  if (!delivery) return null;
  const reply = "reply" in delivery ? delivery.reply : null;
  return (
    <Stack gap={2} align="flex-start">
      <div className={classes.whole}>
        <StateBadge mood={MOODS[delivery.kind]}>{words(delivery)}</StateBadge>
      </div>
      {reply && (
        <Text size="xs" c="dimmed" className={delivery.kind === "ACCEPTED" ? classes.reply : classes.wraps} title={reply}>
          {reply}
        </Text>
      )}
    </Stack>
  );
}

function useDeliveryWords(): (delivery: Delivery) => string {
  const { t } = useLingui();
  const { firm } = useViewer();
  const { dateTime } = useFormats(firm.timeZone);
  return (delivery) => {
    switch (delivery.kind) {
      case "ON_ITS_WAY":
        return t`On its way`;
      case "ACCEPTED":
        return t`Accepted`;
      case "FAILED":
        return t`Not delivered`;
      case "DEFERRED": {
        const next = delivery.nextAttemptAt && dateTime(delivery.nextAttemptAt);
        return next ? t`Delayed, next try ${next}` : t`Delayed`;
      }
    }
  };
}
