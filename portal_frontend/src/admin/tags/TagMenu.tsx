import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowMerge, IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import type { TagRowFragment } from "../generated/graphql";
import { useTagActions } from "./actions.ts";

export function TagMenu({ tag }: { tag: TagRowFragment }) {
  const { t } = useLingui();
  const actions = useTagActions();
  if (!actions) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`Actions for ${tag.name}`}>
          <IconDots size={18} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />} onClick={() => actions.edit(tag)}>
          {t`Edit…`}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowMerge size={16} stroke={1.5} aria-hidden />} onClick={() => actions.merge(tag)}>
          {t`Merge into another…`}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />} onClick={() => actions.remove(tag)}>
          {t`Delete…`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
