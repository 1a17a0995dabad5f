import { Trans, useLingui } from "@lingui/react/macro";
import { Drawer, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { unsaved } from "./unsaved.ts";

interface SideSheetProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** Escape reaches every open dialog; only the one on top may take it. */
const isCovered = () => document.querySelectorAll('[role="dialog"]').length > 1;

/** A form beside the page; closing it with something typed asks first. */
export function SideSheet({ opened, onClose, title, children }: SideSheetProps) {
  const { t } = useLingui();
  const [asking, question] = useDisclosure(false);
  const close = () => {
    if (isCovered()) return;
    if (unsaved.any()) question.open();
    else onClose();
  };
  return (
    <>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size="lg"
        title={title}
        closeOnClickOutside={false}
      >
        {children}
      </Drawer>
      {asking && (
        <ConfirmDialog
          opened
          onClose={question.close}
          title={t`Discard what you typed?`}
          confirmLabel={t`Discard`}
          danger
          run={async () => onClose()}
        >
          <Text size="sm">
            <Trans>It has not been saved yet.</Trans>
          </Text>
        </ConfirmDialog>
      )}
    </>
  );
}
