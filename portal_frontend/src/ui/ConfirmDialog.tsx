import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { type ApiError, asApiError } from "../api/errors.ts";
import { useErrorWords } from "./useErrorWords.ts";

interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** A verb: "Archive account". */
  confirmLabel: string;
  /** Closes afterwards; a refusal is said in the dialog. */
  onConfirm: () => Promise<void>;
  dangerous?: boolean;
}

/** Asks before something that cannot be undone by one click. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, title } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="md">
      <Question {...props} />
    </Modal>
  );
}

function Question({ children, confirmLabel, onConfirm, onClose, dangerous = false }: ConfirmDialogProps) {
  const { titleOf } = useErrorWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      onClose();
    } catch (thrown) {
      setFailure(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="md">
      {failure && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={titleOf(failure)} />
      )}
      {children}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={busy} onClick={() => void confirm()} {...(dangerous && { color: "red" })}>
          {confirmLabel}
        </Button>
      </Group>
    </Stack>
  );
}
