import { useLingui } from "@lingui/react/macro";
import { Chip, Group, Switch, Tooltip } from "@mantine/core";
import { TOGGLE_ICONS, TOGGLE_NAMES, type ToggleName, useToggleWords } from "../../ui/toggles.tsx";
import { RIGHTS } from "./linkDraft.ts";
import type { Access } from "./useAccess.ts";
import { useRightWords } from "./useRightWords.ts";

interface AccessSwitchesProps {
  name: string;
  access: Access;
  onToggle: (toggle: ToggleName, on: boolean) => void;
  onRight: (right: (typeof RIGHTS)[number], on: boolean) => void;
}

/** The toggles and rights of one person, each saved at once. */
export function AccessSwitches({ name, access, onToggle, onRight }: AccessSwitchesProps) {
  const { t } = useLingui();
  const toggles = useToggleWords();
  const rights = useRightWords();
  return (
    <Group gap="var(--mantine-spacing-xs) var(--mantine-spacing-lg)" role="group" aria-label={t`Access of ${name}`}>
      {TOGGLE_NAMES.map((toggle) => {
        const Icon = TOGGLE_ICONS[toggle];
        return (
          <Tooltip key={toggle} label={toggles[toggle].sentence} multiline maw={260} refProp="rootRef">
            <Switch
              size="sm"
              checked={access[toggle]}
              onChange={(event) => onToggle(toggle, event.currentTarget.checked)}
              label={
                <Group component="span" gap={6} wrap="nowrap">
                  <Icon size={16} stroke={1.75} aria-hidden />
                  {toggles[toggle].label}
                </Group>
              }
            />
          </Tooltip>
        );
      })}
      <Group gap={6}>
        {RIGHTS.map((right) => (
          <Tooltip key={right} label={rights[right].sentence} multiline maw={260} refProp="rootRef">
            <Chip
              size="xs"
              radius="sm"
              variant="outline"
              checked={access[right]}
              onChange={(on) => onRight(right, on)}
            >
              {rights[right].label}
            </Chip>
          </Tooltip>
        ))}
      </Group>
    </Group>
  );
}
