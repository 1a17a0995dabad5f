import { Anchor, Group } from "@mantine/core";
import { IconMail, IconPhone } from "@tabler/icons-react";
import { useFormattedPhone } from "../../lib/useFormattedPhone.ts";
import { useViewer } from "../session/session.ts";

/** How to reach the firm. */
export function FirmContact() {
  const { firm } = useViewer();
  const phone = useFormattedPhone(firm.phone);
  return (
    <Group gap="0 var(--mantine-spacing-lg)" wrap="wrap">
      {firm.email && (
        <Anchor href={`mailto:${firm.email}`} mih={44} display="inline-flex" style={{ alignItems: "center", gap: 8 }}>
          <IconMail size={20} stroke={1.5} aria-hidden />
          {firm.email}
        </Anchor>
      )}
      {firm.phone && (
        <Anchor href={`tel:${firm.phone}`} mih={44} display="inline-flex" style={{ alignItems: "center", gap: 8 }}>
          <IconPhone size={20} stroke={1.5} aria-hidden />
          {phone}
        </Anchor>
      )}
    </Group>
  );
}
