import { useLingui } from "@lingui/react/macro";
import { Checkbox, Group, Stack, Switch } from "@mantine/core";
import { FieldGroup } from "../../forms/FieldGroup.tsx";
import type { FieldOf } from "../../forms/fields.ts";
import { TOGGLE_ICONS, TOGGLE_NAMES, useToggleWords } from "../../ui/toggles.tsx";
import { RIGHTS } from "./linkDraft.ts";
import { useRightWords } from "./useRightWords.ts";

/** The three toggles and the two rights of a link, with a sentence on what each does. */
export function AccessFields({ field, path }: { field: FieldOf; path: string }) {
  const { t } = useLingui();
  const toggles = useToggleWords();
  const rights = useRightWords();
  return (
    <>
      <FieldGroup label={t`Access`}>
        <Stack gap="sm">
          {TOGGLE_NAMES.map((name) => {
            const Icon = TOGGLE_ICONS[name];
            return (
              <Switch
                key={name}
                label={
                  <Group component="span" gap={6} wrap="nowrap">
                    <Icon size={16} stroke={1.75} aria-hidden />
                    {toggles[name].label}
                  </Group>
                }
                description={toggles[name].sentence}
                {...field(`${path}.${name}`, { type: "checkbox" })}
              />
            );
          })}
        </Stack>
      </FieldGroup>
      <FieldGroup label={t`Rights`}>
        <Stack gap="sm">
          {RIGHTS.map((name) => (
            <Checkbox
              key={name}
              label={rights[name].label}
              description={rights[name].sentence}
              {...field(`${path}.${name}`, { type: "checkbox" })}
            />
          ))}
        </Stack>
      </FieldGroup>
    </>
  );
}
