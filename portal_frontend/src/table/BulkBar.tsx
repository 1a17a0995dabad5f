import { Plural, useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./BulkBar.module.css";

/** What can be done with the selected rows; slides in when there are any. */
export function BulkBar({ count, clear, children }: { count: number; clear: () => void; children: ReactNode }) {
  const { t } = useLingui();
  if (count === 0) return null;
  return (
    <section className={classes.bar} aria-label={t`With the selected rows`}>
      <span className={classes.count} role="status">
        <Plural value={count} one="# selected" other="# selected" />
      </span>
      {children}
      <ActionIcon aria-label={t`Clear the selection`} onClick={clear}>
        <IconX size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
    </section>
  );
}
