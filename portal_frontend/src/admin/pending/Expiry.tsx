import { Text } from "@mantine/core";
import { useFormats } from "../../i18n/formats.ts";
import { useViewer } from "../session/session.ts";

/** When an open invitation stops working. */
export function Expiry({ invitation }: { invitation: { state: string; expiresAt: string } | null }) {
  const { firm } = useViewer();
  const formats = useFormats(firm.timeZone);
  if (invitation?.state !== "PENDING") return null;
  return (
    <Text span inherit title={formats.dateTime(invitation.expiresAt)}>
      {formats.nearDate(invitation.expiresAt)}
    </Text>
  );
}
