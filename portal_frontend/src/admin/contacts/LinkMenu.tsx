import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconMailOff, IconPencil, IconSend, IconUnlink } from "@tabler/icons-react";
import type { LinkFragment } from "../generated/graphql";
import type { LinkDialog } from "./LinkDialogs.tsx";

interface LinkMenuProps {
  name: string;
  link: LinkFragment;
  mayInvite: boolean;
  onChoose: (dialog: LinkDialog) => void;
}

export function LinkMenu({ name, link, mayInvite, onChoose }: LinkMenuProps) {
  const { t } = useLingui();
  const isOpen = link.invitation?.state === "PENDING" && link.portalAccess === "PENDING";
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`Actions for ${name}`}>
          <IconDots size={18} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />} onClick={() => onChoose("EDIT")}>
          {t`Edit contact`}
        </Menu.Item>
        {mayInvite && link.login && link.portalAccess !== "ACTIVE" && (
          <Menu.Item leftSection={<IconSend size={16} stroke={1.5} aria-hidden />} onClick={() => onChoose("INVITE")}>
            {link.portalAccess === "NOT_INVITED" ? t`Send invitation…` : t`Invite again…`}
          </Menu.Item>
        )}
        {mayInvite && isOpen && (
          <Menu.Item leftSection={<IconMailOff size={16} stroke={1.5} aria-hidden />} onClick={() => onChoose("WITHDRAW")}>
            {t`Withdraw invitation…`}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUnlink size={16} stroke={1.5} aria-hidden />} onClick={() => onChoose("UNLINK")}>
          {t`Remove from this account…`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
