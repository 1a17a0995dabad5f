import { useLingui } from "@lingui/react/macro";
import { Button, Drawer, Paper, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useReadAgainWhile } from "../../api/useReadAgainWhile.ts";
import { useReadPages } from "../../api/useReadPages.ts";
import { useFormats } from "../../i18n/formats.ts";
import { DataTable } from "../../table/DataTable.tsx";
import { LoadMore } from "../../table/LoadMore.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import type { ColleagueRowFragment } from "../generated/graphql";
import { isOnItsWay } from "../pending/deliveryOf.ts";
import { useCan } from "../session/session.ts";
import { TeamActionsContext } from "./actions.ts";
import { ColleagueCard } from "./ColleagueCard.tsx";
import { DeactivateDialog } from "./DeactivateDialog.tsx";
import { TeamQuery } from "./documents.ts";
import { EditSheet } from "./EditSheet.tsx";
import { EmptyTeam } from "./EmptyTeam.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { TeamFilters } from "./TeamFilters.tsx";
import { variablesOf } from "./teamSearch.ts";
import { useTeamColumns } from "./useTeamColumns.tsx";
import { useTeamMoves } from "./useTeamMoves.ts";

/** The people of the firm: who is in, who is invited, who has left (TEAM-5). */
export function TeamPage() {
  const { t } = useLingui();
  const { number } = useFormats();
  const search = useSearch({ from: "/inside/team" });
  const mayManage = useCan("MANAGE_TEAM");
  const columns = useTeamColumns();
  const reading = useReadPages(TeamQuery, { ...variablesOf(search), first: 50 }, ({ staff }) => staff);
  const [inviting, invitation] = useDisclosure(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<ColleagueRowFragment | null>(null);
  const moves = useTeamMoves();
  const actions = { ...moves, edit: ({ id }: ColleagueRowFragment) => setEditing(id), deactivate: setLeaving };
  const { nodes, error, again, refresh, totalCount } = reading;
  useReadAgainWhile(nodes?.some((colleague) => isOnItsWay(colleague.invitation?.emails)) ?? false, refresh);
  return (
    <Stack gap="md">
      <PageTitle
        title={t`Team`}
        count={totalCount === undefined ? "" : number(totalCount)}
        actions={
          mayManage && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={invitation.open}>
              {t`Invite a colleague`}
            </Button>
          )
        }
      />
      <TeamFilters search={search} />
      {error && !nodes && <ErrorState error={error} again={again} />}
      {nodes?.length === 0 && (
        <Paper>
          <EmptyTeam search={search} />
        </Paper>
      )}
      {!(error && !nodes) && nodes?.length !== 0 && (
        <TeamActionsContext value={mayManage ? actions : null}>
          <DataTable caption={t`Team`} columns={columns} rows={nodes} card={ColleagueCard} />
          <LoadMore reading={reading} />
        </TeamActionsContext>
      )}
      <Drawer opened={inviting} onClose={invitation.close} position="right" title={t`Invite a colleague`}>
        <InviteForm onDone={invitation.close} />
      </Drawer>
      <EditSheet
        colleague={nodes?.find(({ id }) => id === editing) ?? null}
        reload={again}
        onClose={() => setEditing(null)}
      />
      <DeactivateDialog colleague={leaving} onClose={() => setLeaving(null)} />
    </Stack>
  );
}
