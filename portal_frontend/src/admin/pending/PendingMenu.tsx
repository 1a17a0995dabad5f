import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowRight, IconDots, IconMailForward, IconMailOff } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { PendingPersonFragment } from "../generated/graphql";
import { usePendingActions } from "./actions.ts";

export function PendingMenu({ person }: { person: PendingPersonFragment }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { selection, invite, revoke } = usePendingActions();
  const mayInvite = selection !== null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`Actions for ${person.contact.name}`}>
          <IconDots size={18} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayInvite && (
          <Menu.Item leftSection={<IconMailForward size={16} stroke={1.5} aria-hidden />} onClick={() => invite([person])}>
            {person.invitation ? t`Invite again…` : t`Invite…`}
          </Menu.Item>
        )}
        {mayInvite && isRevocable(person) && (
          <Menu.Item leftSection={<IconMailOff size={16} stroke={1.5} aria-hidden />} onClick={() => revoke([person])}>
            {t`Withdraw the invitation…`}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconArrowRight size={16} stroke={1.5} aria-hidden />}
          onClick={() => void navigate({ to: "/accounts/$accountId", params: { accountId: person.account.id } })}
        >
          {t`Open the account`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Only an open invitation can be withdrawn. */
export const isRevocable = ({ invitation }: Pick<PendingPersonFragment, "invitation">) => invitation?.state === "PENDING";
