import { useLingui } from "@lingui/react/macro";
import { Button, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMailUp } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useReadAgainWhile } from "../../api/useReadAgainWhile.ts";
import { useReadPages } from "../../api/useReadPages.ts";
import { useFormats } from "../../i18n/formats.ts";
import { SearchField } from "../../table/SearchField.tsx";
import { useSelection } from "../../table/useSelection.ts";
import { useSelectKey } from "../../table/useSelectKey.ts";
import { PageTitle } from "../../ui/PageTitle.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { useLive } from "../live/LiveProvider.tsx";
import { useCan } from "../session/session.ts";
import { type PendingActions, PendingActionsContext } from "./actions.ts";
import { isOnItsWay } from "./deliveryOf.ts";
import { PendingQuery } from "./documents.ts";
import { Failures } from "./Failures.tsx";
import { InviteAllDialog } from "./InviteAllDialog.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import { PendingBulkBar } from "./PendingBulkBar.tsx";
import { PendingList } from "./PendingList.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import type { InviteFailure } from "./useInvite.ts";

type People = PendingPersonFragment[] | null;

/** For so many milliseconds the list looks for what the job of *Invite all* has done. */
const JOB_TAKES = 30_000;
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
  const { nodes: rows = NOBODY, totalCount, again, refresh } = reading;
  useSelectKey();
  const [jobRuns, setJobRuns] = useState(false);
  useReadAgainWhile(jobRuns || rows.some(({ invitation }) => isOnItsWay(invitation?.emails)), refresh);
  useLive(null, refresh);

  const actions = useMemo<PendingActions>(
    () => ({
      selection: mayInvite ? selection : null,
      shown: rows.map(({ id }) => id),
      invite: setInviting,
      revoke: setRevoking,
    }),
    [mayInvite, selection, rows],
  );
  const search = (text: string) =>
    void navigate({ to: "/pending", search: text.trim() ? { q: text } : {}, replace: true });
  const finish = () => {
    selection.clear();
    again();
  };

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
      <SearchField label={t`Search people and accounts`} value={q} onSearch={search} />
      {refused && <Failures {...refused} onClose={() => setRefused(null)} />}
      <PendingActionsContext value={actions}>
        <PendingList reading={reading} search={q} mayInvite={mayInvite} />
        <PendingBulkBar rows={rows} />
      </PendingActionsContext>
      <InviteDialog
        people={inviting}
        onClose={() => setInviting(null)}
        onDone={(failures) => {
          setRefused({ failures, people: inviting ?? [] });
          finish();
        }}
      />
      <RevokeDialog people={revoking} onClose={() => setRevoking(null)} onDone={finish} />
      <InviteAllDialog
        opened={invitingAll}
        count={totalCount ?? 0}
        onClose={all.close}
        onDone={() => {
          finish();
          setJobRuns(true);
          setTimeout(() => setJobRuns(false), JOB_TAKES);
        }}
      />
    </Stack>
  );
}
