import { useLingui } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMailForward, IconMailOff, IconMailUp } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useReadPages } from "../../api/useReadPages.ts";
import { useFormats } from "../../i18n/formats.ts";
import { BulkBar } from "../../table/BulkBar.tsx";
import { DataTable } from "../../table/DataTable.tsx";
import { LoadMore } from "../../table/LoadMore.tsx";
import { SearchField } from "../../table/SearchField.tsx";
import { useSelection } from "../../table/useSelection.ts";
import { useSelectKey } from "../../table/useSelectKey.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { useCan } from "../session/session.ts";
import { type PendingActions, PendingActionsContext } from "./actions.ts";
import { PendingQuery } from "./documents.ts";
import { EmptyPending } from "./EmptyPending.tsx";
import { Failures } from "./Failures.tsx";
import { InviteAllDialog } from "./InviteAllDialog.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import { PendingCard } from "./PendingCard.tsx";
import { isRevocable } from "./PendingMenu.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import type { InviteFailure } from "./useInvite.ts";
import { usePendingColumns } from "./usePendingColumns.tsx";

type People = PendingPersonFragment[] | null;

const NOBODY: PendingPersonFragment[] = [];

/** People with login on who are not in the portal yet, and how far their invitations have come (INV-4). */
export function PendingPage() {
  const { t } = useLingui();
  const { number } = useFormats();
  const { q = "" } = useSearch({ from: "/inside/pending" });
  const navigate = useNavigate();
  const mayInvite = useCan("INVITE_CLIENTS");
  const reading = useReadPages(PendingQuery, { search: q || null, first: 50 }, (data) => data.pendingActivations);
  const selection = useSelection();
  const [inviting, setInviting] = useState<People>(null);
  const [revoking, setRevoking] = useState<People>(null);
  const [refused, setRefused] = useState<{ failures: InviteFailure[]; people: PendingPersonFragment[] } | null>(null);
  const [invitingAll, all] = useDisclosure(false);
  useSelectKey();

  const rows = reading.nodes ?? NOBODY;
  const selected = rows.filter(({ id }) => selection.has(id));
  const revocable = selected.filter(isRevocable);
  const columns = usePendingColumns(mayInvite);
  const actions = useMemo<PendingActions>(
    () => ({
      selection: mayInvite ? selection : null,
      shown: rows.map(({ id }) => id),
      invite: setInviting,
      revoke: setRevoking,
    }),
    [mayInvite, selection, rows],
  );
  const search = useCallback(
    (text: string) => void navigate({ to: "/pending", search: text.trim() ? { q: text } : {}, replace: true }),
    [navigate],
  );
  const finish = () => {
    selection.clear();
    reading.again();
  };

  const { error, totalCount } = reading;
  if (error && !reading.nodes) return <ErrorState order={1} error={error} again={reading.again} />;
  return (
    <Stack gap="md">
      <PageTitle
        title={t`Pending activation`}
        count={totalCount === undefined ? "" : number(totalCount)}
        subtitle={t`People who may log in but have not opened their portal yet.`}
        actions={
          mayInvite && (
            <Button
              variant="default"
              leftSection={<IconMailUp size={16} stroke={1.5} aria-hidden />}
              disabled={!totalCount || q !== ""}
              onClick={all.open}
            >
              {t`Invite all…`}
            </Button>
          )
        }
      />
      <Group>
        <SearchField label={t`Search people and accounts`} value={q} onSearch={search} />
      </Group>
      {refused && <Failures {...refused} onClose={() => setRefused(null)} />}
      {reading.nodes?.length === 0 ? (
        <EmptyPending search={q} />
      ) : (
        <PendingActionsContext value={actions}>
          <DataTable
            caption={t`People who have not activated their portal`}
            columns={columns}
            rows={reading.nodes}
            card={PendingCard}
          />
        </PendingActionsContext>
      )}
      <LoadMore reading={reading} />
      <BulkBar count={selected.length} clear={selection.clear}>
        <Button
          size="xs"
          leftSection={<IconMailForward size={16} stroke={1.5} aria-hidden />}
          onClick={() => setInviting(selected)}
        >
          {t`Invite again…`}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconMailOff size={16} stroke={1.5} aria-hidden />}
          disabled={revocable.length === 0}
          onClick={() => setRevoking(revocable)}
        >
          {t`Withdraw…`}
        </Button>
      </BulkBar>
      <InviteDialog
        people={inviting}
        onClose={() => setInviting(null)}
        onDone={(failures) => {
          setRefused({ failures, people: inviting ?? [] });
          finish();
        }}
      />
      <RevokeDialog people={revoking} onClose={() => setRevoking(null)} onDone={finish} />
      <InviteAllDialog opened={invitingAll} count={totalCount ?? 0} onClose={all.close} onDone={finish} />
    </Stack>
  );
}
