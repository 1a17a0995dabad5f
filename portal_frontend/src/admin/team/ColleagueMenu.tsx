import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconMailForward, IconPencil, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import type { ColleagueRowFragment } from "../generated/graphql";
import { useTeamActions } from "./actions.ts";

export function ColleagueMenu({ colleague }: { colleague: ColleagueRowFragment }) {
  const { t } = useLingui();
  const actions = useTeamActions();
  if (!actions) return null;
  const { state } = colleague;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`Actions for ${colleague.name}`}>
          <IconDots size={18} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />}
          onClick={() => actions.edit(colleague)}
        >
          {t`Edit…`}
        </Menu.Item>
        {state === "INVITED" && (
          <Menu.Item
            leftSection={<IconMailForward size={16} stroke={1.5} aria-hidden />}
            onClick={() => actions.inviteAgain(colleague)}
          >
            {t`Invite again`}
          </Menu.Item>
        )}
        {state === "DEACTIVATED" ? (
          <Menu.Item
            leftSection={<IconUserCheck size={16} stroke={1.5} aria-hidden />}
            onClick={() => actions.reactivate(colleague)}
          >
            {t`Reactivate`}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconUserOff size={16} stroke={1.5} aria-hidden />}
            onClick={() => actions.deactivate(colleague)}
          >
            {t`Deactivate…`}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
