import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Stack, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { FormShell } from "./FormShell.tsx";
import { useSaveForm } from "./useSaveForm.ts";

interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and what can be taken back. */
  children: ReactNode;
  /** A verb: "Deactivate". */
  confirmLabel: string;
  danger?: boolean;
  /** Asks for this name to be typed first. */
  nameToType?: string;
  /** Does it; throws an ApiError when refused, which is then shown here. */
  run: () => Promise<void>;
}

/** Asks before something happens that many people feel, or that cannot be undone. */
export function ConfirmDialog({ opened, onClose, title, ...question }: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Question onClose={onClose} {...question} />
    </Modal>
  );
}

function Question({
  children,
  confirmLabel,
  danger = false,
  nameToType,
  run,
  onClose,
}: Omit<ConfirmDialogProps, "opened" | "title">) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { name: "" },
    validate: {
      name: (value) =>
        nameToType === undefined || sameName(value, nameToType) ? null : t`Please type ${nameToType} to confirm.`,
    },
    async save() {
      await run();
      onClose();
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={confirmLabel}
      danger={danger}
      actions={
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Stack gap="sm">{children}</Stack>
      {nameToType !== undefined && (
        <TextInput label={t`Type ${nameToType} to confirm`} autoComplete="off" data-autofocus {...form.field("name")} />
      )}
    </FormShell>
  );
}

const squeezed = (text: string) => text.trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase();
const sameName = (typed: string, name: string) => squeezed(typed) === squeezed(name);
