import { Trans, useLingui } from "@lingui/react/macro";
import { Center } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";

export function NotFoundPage() {
  const { t } = useLingui();
  useTabTitle(t`This page does not exist`);
  return (
    <Center component="main" mih="100dvh">
      <EmptyState
        order={1}
        icon={IconMapOff}
        title={t`This page does not exist`}
        action={
          <LinkButton to="/accounts">
            <Trans>Go to the accounts</Trans>
          </LinkButton>
        }
      >
        <Trans>The address may be incomplete, or the page has moved.</Trans>
      </EmptyState>
    </Center>
  );
}
