import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArchive, IconArchiveOff, IconArrowRight, IconDots } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { AccountRowFragment } from "../generated/graphql";
import { useCan } from "../session/session.ts";
import { ArchiveDialog } from "./ArchiveDialog.tsx";
import { useRestore } from "./useRestore.ts";

type MenuAccount = Pick<AccountRowFragment, "id" | "name" | "lifecycle">;

export function AccountMenu({ account }: { account: MenuAccount }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayChange = useCan("MANAGE_ACCOUNTS");
  const restore = useRestore();
  const [archiving, dialog] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t`Actions for ${account.name}`}>
            <IconDots size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowRight size={16} stroke={1.5} aria-hidden />}
            onClick={() => void navigate({ to: "/accounts/$accountId", params: { accountId: account.id } })}
          >
            {t`Open`}
          </Menu.Item>
          {mayChange && account.lifecycle === "ACTIVE" && (
            <Menu.Item leftSection={<IconArchive size={16} stroke={1.5} aria-hidden />} onClick={dialog.open}>
              {t`Archive…`}
            </Menu.Item>
          )}
          {mayChange && account.lifecycle === "ARCHIVED" && (
            <Menu.Item
              leftSection={<IconArchiveOff size={16} stroke={1.5} aria-hidden />}
              onClick={() => void restore(account)}
            >
              {t`Restore`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ArchiveDialog account={account} opened={archiving} onClose={dialog.close} />
    </>
  );
}
