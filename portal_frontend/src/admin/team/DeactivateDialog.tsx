import { Trans, useLingui } from "@lingui/react/macro";
import { List, Text } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { ConfirmDialog } from "../../forms/ConfirmDialog.tsx";
import { useLast } from "../../lib/useLast.ts";
import { tell } from "../../ui/tell.tsx";
import type { ColleagueRowFragment } from "../generated/graphql";
import { DeactivateStaffMutation } from "./documents.ts";

interface DeactivateDialogProps {
  /** Nobody closes the dialog. */
  colleague: ColleagueRowFragment | null;
  onClose: () => void;
}

/** Says what deactivating takes away, and asks for the name. */
export function DeactivateDialog({ colleague, onClose }: DeactivateDialogProps) {
  const { t } = useLingui();
  const send = useSend();
  const name = useLast(colleague)?.name ?? "";
  const deactivate = async () => {
    if (!colleague) return;
    await send(DeactivateStaffMutation, { input: { id: colleague.id } });
    tell(t`${name} is deactivated.`);
  };
  return (
    <ConfirmDialog
      opened={colleague !== null}
      onClose={onClose}
      title={t`Deactivate ${name}?`}
      confirmLabel={t`Deactivate`}
      nameToType={name}
      run={deactivate}
      danger
    >
      <List size="sm" spacing={6}>
        <List.Item>
          <Trans>Every session of {name} ends at once, and an open invitation stops working.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Accounts that nobody else looks after go to the colleagues with default access.</Trans>
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        <Trans>You can reactivate {name} at any time; the accounts stay with those who took them over.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
