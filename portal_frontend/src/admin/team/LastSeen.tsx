import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useFormats } from "../../i18n/formats.ts";
import { useViewer } from "../session/session.ts";

export function LastSeen({ at }: { at: string | null }) {
  const { firm } = useViewer();
  const formats = useFormats(firm.timeZone);
  return (
    <Text span inherit c="dimmed" {...(at && { title: formats.dateTime(at) })}>
      {at ? formats.ago(at) : <Trans>never</Trans>}
    </Text>
  );
}
