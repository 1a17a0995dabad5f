import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import type { PendingPersonFragment } from "../generated/graphql";
import { usePendingActions } from "./actions.ts";

export function SelectAll() {
  const { t } = useLingui();
  const { selection, shown } = usePendingActions();
  if (!selection) return null;
  const selected = shown.filter(selection.has).length;
  return (
    <Checkbox
      size="xs"
      aria-label={t`Select all`}
      checked={selected > 0 && selected === shown.length}
      indeterminate={selected > 0 && selected < shown.length}
      onChange={() => selection.toggleAll(shown)}
    />
  );
}

export function SelectOne({ person }: { person: PendingPersonFragment }) {
  const { t } = useLingui();
  const { selection } = usePendingActions();
  if (!selection) return null;
  return (
    <Checkbox
      size="xs"
      aria-label={t`Select ${person.contact.name}`}
      checked={selection.has(person.id)}
      onChange={() => selection.toggle(person.id)}
    />
  );
}
