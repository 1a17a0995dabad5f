import { useLingui } from "@lingui/react/macro";
import { Group, type MantineColorScheme, Radio, useMantineColorScheme } from "@mantine/core";

/** Light, dark, or as the system says, on this device. */
export function SchemeChoice() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Radio.Group
      aria-label={t`Light or dark`}
      value={colorScheme}
      onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
    >
      <Group gap="lg" mih={36}>
        <Radio value="auto" label={t`As on this device`} />
        <Radio value="light" label={t`Light`} />
        <Radio value="dark" label={t`Dark`} />
      </Group>
    </Radio.Group>
  );
}
