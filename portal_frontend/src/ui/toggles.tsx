import { useLingui } from "@lingui/react/macro";
import { Group, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconBell, IconKey, IconMail, type TablerIcon } from "@tabler/icons-react";
import classes from "./toggles.module.css";

export type ToggleName = "login" | "notify" | "sync";
export const TOGGLE_NAMES: readonly ToggleName[] = ["login", "notify", "sync"];

/** One icon, one meaning, wherever a toggle appears. */
export const TOGGLE_ICONS: Record<ToggleName, TablerIcon> = { login: IconKey, notify: IconBell, sync: IconMail };

/** Name of each toggle, and what being on means, in one sentence. */
export function useToggleWords(): Record<ToggleName, { label: string; sentence: string; on: string; off: string }> {
  const { t } = useLingui();
  return {
    login: {
      label: t`Login`,
      sentence: t`May sign in to the portal and see this account's folders.`,
      on: t`Login is on`,
      off: t`Login is off`,
    },
    notify: {
      label: t`Notify`,
      sentence: t`Gets notices and e-mails about this account.`,
      on: t`Notify is on`,
      off: t`Notify is off`,
    },
    sync: {
      label: t`Sync`,
      sentence: t`Their e-mails appear in the inbox and in this account's e-mail tab.`,
      on: t`Sync is on`,
      off: t`Sync is off`,
    },
  };
}

/** The three icons side by side: coloured when on, struck through when off, each with its words. */
export function ToggleTrio(values: Record<ToggleName, boolean>) {
  const words = useToggleWords();
  return (
    <Group gap={6} wrap="nowrap" component="span">
      {TOGGLE_NAMES.map((name) => {
        const Icon = TOGGLE_ICONS[name];
        const label = values[name] ? words[name].on : words[name].off;
        return (
          <Tooltip key={name} label={label}>
            <span className={classes.toggle} data-on={values[name] || undefined}>
              <Icon size={16} stroke={1.75} aria-hidden />
              <VisuallyHidden>{label}</VisuallyHidden>
            </span>
          </Tooltip>
        );
      })}
    </Group>
  );
}
