import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconArchive, IconBriefcase, IconCircleOff, IconFilterOff, IconUserCheck } from "@tabler/icons-react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { useCan } from "../session/session.ts";
import { type AccountsSearch, hasFilter, listOf } from "./accountsSearch.ts";

/** Says what each list is for, and offers the first thing to do. */
export function EmptyAccounts({ search, onClear }: { search: AccountsSearch; onClear: () => void }) {
  const { t } = useLingui();
  const mayCreate = useCan("MANAGE_ACCOUNTS");
  if (hasFilter(search)) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={t`No account matches`}
        action={
          <Button variant="default" onClick={onClear}>
            <Trans>Clear search and filters</Trans>
          </Button>
        }
      >
        <Trans>Search looks at the beginning of every word of names, e-mail addresses and phone numbers.</Trans>
      </EmptyState>
    );
  }
  switch (listOf(search)) {
    case "PENDING_ACTIVATION":
      return (
        <EmptyState icon={IconUserCheck} title={t`Nobody is waiting`}>
          <Trans>Accounts appear here while a contact may log in but has not activated the portal yet.</Trans>
        </EmptyState>
      );
    case "OFFLINE":
      return (
        <EmptyState icon={IconCircleOff} title={t`Every account has the portal`}>
          <Trans>Accounts appear here while none of their contacts may log in.</Trans>
        </EmptyState>
      );
    case "ARCHIVED":
      return (
        <EmptyState icon={IconArchive} title={t`The archive is empty`}>
          <Trans>Archived accounts keep everything, but their contacts have no portal. They can be restored.</Trans>
        </EmptyState>
      );
    default:
      return (
        <EmptyState
          icon={IconBriefcase}
          title={t`Your first account`}
          action={
            mayCreate && (
              <LinkButton to="/accounts/new">
                <Trans>New account</Trans>
              </LinkButton>
            )
          }
        >
          <Trans>Accounts are the people and companies your firm works for, each with its contacts and folders.</Trans>
        </EmptyState>
      );
  }
}
