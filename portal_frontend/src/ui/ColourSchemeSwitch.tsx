import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Group, Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";

/** Light, dark, or as the system says (the default). */
export function ColourSchemeSwitch() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const choices = [
    { value: "auto", label: t`As on this device`, Icon: IconDeviceDesktop },
    { value: "light", label: t`Light`, Icon: IconSun },
    { value: "dark", label: t`Dark`, Icon: IconMoon },
  ] as const;
  const Current = choices.find(({ value }) => value === colorScheme)?.Icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label={t`Light or dark`}>
          <Current size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, label, Icon }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={value === colorScheme}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
            onChange={() => setColorScheme(value)}
          >
            <Group component="span" gap="sm" wrap="nowrap">
              <Icon size={18} stroke={1.5} aria-hidden />
              {label}
            </Group>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
