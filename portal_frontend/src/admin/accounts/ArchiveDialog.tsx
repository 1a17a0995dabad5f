import { Trans, useLingui } from "@lingui/react/macro";
import { List, Text } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { ConfirmDialog } from "../../forms/ConfirmDialog.tsx";
import { tell } from "../../ui/tell.tsx";
import { ArchiveAccountMutation } from "./documents.ts";
import { useRestore } from "./useRestore.ts";

interface ArchiveDialogProps {
  account: { id: string; name: string };
  opened: boolean;
  onClose: () => void;
}

/** Says what archiving takes away and what it keeps. */
export function ArchiveDialog({ account, opened, onClose }: ArchiveDialogProps) {
  const { t } = useLingui();
  const send = useSend();
  const restore = useRestore();
  const archive = async () => {
    await send(ArchiveAccountMutation, { input: { id: account.id } });
    tell(t`${account.name} is archived.`, { label: t`Undo`, run: () => void restore(account) });
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t`Archive ${account.name}?`}
      confirmLabel={t`Archive account`}
      run={archive}
      danger
    >
      <List size="sm" spacing={6}>
        <List.Item>
          <Trans>Its contacts lose the portal of this account at once; open invitations stop working.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Nothing is deleted: contacts, folders and timeline stay as they are.</Trans>
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        <Trans>You can restore it at any time from the list of archived accounts.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
