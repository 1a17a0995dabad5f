import { Trans, useLingui } from "@lingui/react/macro";
import { IconSearchOff, IconUserCheck } from "@tabler/icons-react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/links.tsx";

export function EmptyPending({ search }: { search: string }) {
  const { t } = useLingui();
  if (search) {
    return (
      <EmptyState icon={IconSearchOff} title={t`Nobody matches`}>
        <Trans>Search looks at the beginning of every word of names and e-mail addresses, and at account numbers.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconUserCheck}
      title={t`Nobody is waiting`}
      action={
        <LinkButton to="/accounts" variant="default">
          <Trans>Go to the accounts</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Here you find everybody whose login is on and who has not opened the portal yet, with the state of the
        invitation. Turn a login on in an account to invite somebody.
      </Trans>
    </EmptyState>
  );
}
