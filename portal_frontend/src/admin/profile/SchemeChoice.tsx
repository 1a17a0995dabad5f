import { useLingui } from "@lingui/react/macro";
import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from "@mantine/core";

/** Light, dark, or as the system says, on this device. */
export function SchemeChoice() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <SegmentedControl<MantineColorScheme>
      aria-label={t`Light or dark`}
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: "auto", label: t`As on this device` },
        { value: "light", label: t`Light` },
        { value: "dark", label: t`Dark` },
      ]}
    />
  );
}
