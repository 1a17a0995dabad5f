import { useLingui } from "@lingui/react/macro";
import { Button, Menu, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "../i18n/languages.ts";
import { useLanguage } from "../i18n/LanguageProvider.tsx";

/** Switches the language at once; `onChoose` may remember it for the person. */
export function LanguageSwitch({ onChoose }: { onChoose?: (locale: Locale) => void }) {
  const { t } = useLingui();
  const { locale, choose } = useLanguage();
  const pick = (next: Locale) => {
    void choose(next);
    onChoose?.(next);
  };
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          h={44}
          px="xs"
          leftSection={<IconLanguage size={20} stroke={1.5} aria-hidden />}
        >
          <VisuallyHidden>{t`Language:`} </VisuallyHidden>
          {LANGUAGE_NAMES[locale]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LOCALES.map((option) => (
          <Menu.RadioItem
            key={option}
            lang={option}
            value={option}
            checked={option === locale}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
            onChange={() => pick(option)}
          >
            {LANGUAGE_NAMES[option]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
