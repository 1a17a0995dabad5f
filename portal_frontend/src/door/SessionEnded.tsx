import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";

/** Why somebody who was inside stands at the door again. */
export function SessionEnded() {
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
      <Trans>You have been signed out. Please sign in again; if that does not work, your firm can help you.</Trans>
    </Alert>
  );
}
