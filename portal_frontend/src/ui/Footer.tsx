import { Group } from "@mantine/core";
import type { Locale } from "../i18n/languages.ts";
import { ColourSchemeSwitch } from "./ColourSchemeSwitch.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

export function Footer({ onLanguage }: { onLanguage?: (locale: Locale) => void }) {
  return (
    <Group component="footer" justify="center" gap="xs" py="md">
      <LanguageSwitch {...(onLanguage && { onChoose: onLanguage })} />
      <ColourSchemeSwitch />
    </Group>
  );
}
