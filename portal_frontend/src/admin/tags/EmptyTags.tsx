import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconSearchOff, IconTag } from "@tabler/icons-react";
import { EmptyState } from "../../ui/EmptyState.tsx";

interface EmptyTagsProps {
  searching: boolean;
  /** Null for who may not make one. */
  onCreate: (() => void) | null;
}

export function EmptyTags({ searching, onCreate }: EmptyTagsProps) {
  const { t } = useLingui();
  if (searching) {
    return (
      <EmptyState icon={IconSearchOff} title={t`No such tag`}>
        <Trans>Search looks at the beginning of every word of a tag.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconTag}
      title={t`Your first tag`}
      action={
        onCreate && (
          <Button onClick={onCreate}>
            <Trans>New tag</Trans>
          </Button>
        )
      }
    >
      <Trans>Tags sort accounts your own way: by service, by year, by how they pay. Clients never see them.</Trans>
    </EmptyState>
  );
}
