import { useLingui } from "@lingui/react/macro";
import { Paper } from "@mantine/core";
import type { ReadingPages } from "../../api/useReadPages.ts";
import { DataTable } from "../../table/DataTable.tsx";
import { LoadMore } from "../../table/LoadMore.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { EmptyPending } from "./EmptyPending.tsx";
import { PendingCard } from "./PendingCard.tsx";
import { usePendingColumns } from "./usePendingColumns.tsx";

interface PendingListProps {
  reading: ReadingPages<PendingPersonFragment>;
  search: string;
  mayInvite: boolean;
}

export function PendingList({ reading, search, mayInvite }: PendingListProps) {
  const { t } = useLingui();
  const columns = usePendingColumns(mayInvite);
  const { nodes, error, again } = reading;
  if (error && !nodes) return <ErrorState error={error} again={again} />;
  if (nodes?.length === 0) {
    return (
      <Paper>
        <EmptyPending search={search} />
      </Paper>
    );
  }
  return (
    <div>
      <DataTable
        caption={t`People who have not activated their portal`}
        columns={columns}
        rows={nodes}
        card={PendingCard}
      />
      <LoadMore reading={reading} />
    </div>
  );
}
