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

/** A form beside the page; closing it with something typed asks first. */
export function SideSheet({ opened, onClose, title, children }: SideSheetProps) {
  const { t } = useLingui();
  const [asking, question] = useDisclosure(false);
  return (
    <>
      <Drawer
        opened={opened}
        onClose={() => (unsaved.any() ? question.open() : onClose())}
        position="right"
        size="lg"
        title={title}
        closeOnClickOutside={false}
      >
        {children}
      </Drawer>
      <ConfirmDialog
        opened={asking}
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
    </>
  );
}
