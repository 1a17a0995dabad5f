import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import { SkeletonRows } from "../../ui/skeletons.tsx";
import { FolderList } from "../folders/FolderList.tsx";
import { childrenOf } from "../folders/tree.ts";
import { useViewer } from "../session/session.ts";
import { FirmContact } from "./FirmContact.tsx";
import { UnreadableAccount } from "./UnreadableAccount.tsx";
import { usePortalAccount } from "./usePortalAccount.ts";

/** What waits for the person in this account, then the folders, then how to reach the firm. */
export function HomePage() {
  const { t } = useLingui();
  const { accountId } = useParams({ from: "/inside/a/$accountId" });
  const { firstName, firm, accounts } = useViewer();
  const { account, error, again } = usePortalAccount(accountId);
  const name = account?.name ?? accounts.find(({ id }) => id === accountId)?.name;
  if (error) return <UnreadableAccount error={error} again={again} />;
  return (
    <Stack gap="xl">
      <PageTitle title={t`Hello, ${firstName}`} subtitle={name ?? " "} tab={name ?? firm.name} />
      <Section title={t`Waiting for you`}>
        <Paper>
          <EmptyState order={3} icon={IconChecks} title={t`Nothing is waiting for you`}>
            <Trans>When {firm.name} needs something from you, you will find it here.</Trans>
          </EmptyState>
        </Paper>
      </Section>
      <Section title={t`Folders`}>
        {account ? (
          <FolderList accountId={accountId} folders={childrenOf(account.folders, null)} all={account.folders} />
        ) : (
          <SkeletonRows rows={3} height={64} />
        )}
      </Section>
      {(firm.email || firm.phone) && (
        <Section title={t`Questions?`}>
          <Stack gap={4}>
            <Text>
              <Trans>{firm.name} is glad to help.</Trans>
            </Text>
            <FirmContact />
          </Stack>
        </Section>
      )}
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}
