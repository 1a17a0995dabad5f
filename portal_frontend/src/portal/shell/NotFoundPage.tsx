import { Trans, useLingui } from "@lingui/react/macro";
import { IconMapOff } from "@tabler/icons-react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { LinkButton } from "../../ui/links.tsx";

export function NotFoundPage() {
  const { t } = useLingui();
  useTabTitle(t`This page does not exist`);
  return (
    <DoorLayout>
      <EmptyState
        order={1}
        icon={IconMapOff}
        title={t`This page does not exist`}
        action={
          <LinkButton to="/">
            <Trans>Go to my portal</Trans>
          </LinkButton>
        }
      >
        <Trans>The address may be incomplete, or the page has moved.</Trans>
      </EmptyState>
    </DoorLayout>
  );
}
