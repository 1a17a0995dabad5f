import { Trans, useLingui } from "@lingui/react/macro";
import { IconSearchOff, IconUserOff, IconUsersGroup } from "@tabler/icons-react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { TeamSearch } from "./teamSearch.ts";

export function EmptyTeam({ search: { q, state } }: { search: TeamSearch }) {
  const { t } = useLingui();
  if (q) {
    return (
      <EmptyState icon={IconSearchOff} title={t`Nobody matches`}>
        <Trans>Search looks at the beginning of every word of names and e-mail addresses.</Trans>
      </EmptyState>
    );
  }
  if (state === "deactivated") {
    return (
      <EmptyState icon={IconUserOff} title={t`Nobody has left`}>
        <Trans>Colleagues who are deactivated appear here and can be reactivated.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={IconUsersGroup} title={t`Nobody is invited at the moment`}>
      <Trans>Colleagues you invite appear here until they have opened their link and joined.</Trans>
    </EmptyState>
  );
}
