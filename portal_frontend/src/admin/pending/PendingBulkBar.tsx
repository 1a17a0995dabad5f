import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconMailForward, IconMailOff } from "@tabler/icons-react";
import { BulkBar } from "../../table/BulkBar.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { usePendingActions } from "./actions.ts";
import { isRevocable } from "./PendingMenu.tsx";

/** Invite or withdraw, for everybody who is selected. */
export function PendingBulkBar({ rows }: { rows: readonly PendingPersonFragment[] }) {
  const { t } = useLingui();
  const { selection, invite, revoke } = usePendingActions();
  if (!selection) return null;
  const selected = rows.filter(({ id }) => selection.has(id));
  const revocable = selected.filter(isRevocable);
  return (
    <BulkBar count={selected.length} clear={selection.clear}>
      <Button
        size="xs"
        leftSection={<IconMailForward size={16} stroke={1.5} aria-hidden />}
        onClick={() => invite(selected)}
      >
        {t`Invite again…`}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconMailOff size={16} stroke={1.5} aria-hidden />}
        disabled={revocable.length === 0}
        onClick={() => revoke(revocable)}
      >
        {t`Withdraw…`}
      </Button>
    </BulkBar>
  );
}
