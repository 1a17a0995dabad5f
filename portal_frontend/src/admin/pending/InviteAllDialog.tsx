import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { ConfirmDialog } from "../../forms/ConfirmDialog.tsx";
import { tell } from "../../ui/tell.tsx";
import { InviteAllMutation } from "./documents.ts";

interface InviteAllDialogProps {
  opened: boolean;
  count: number;
  onClose: () => void;
  onDone: () => void;
}

/** Invites everybody on the list, by a job of the server. */
export function InviteAllDialog({ opened, count, onClose, onDone }: InviteAllDialogProps) {
  const { t } = useLingui();
  const send = useSend();
  const invite = async () => {
    const { inviteAllPending } = await send(InviteAllMutation, {});
    const sent = inviteAllPending.count;
    tell(t`${plural(sent, { one: "# invitation is being sent.", other: "# invitations are being sent." })}`);
    onDone();
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t`${plural(count, { one: "Invite # person?", other: "Invite all # people?" })}`}
      confirmLabel={t`Send invitations`}
      run={invite}
    >
      <Text size="sm">
        <Trans>
          Everybody on this list gets a fresh invitation, without a personal message. Links sent earlier stop working.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}
