import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NOT_FOUND } from "../../api/errors.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
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
  if (error?.code === NOT_FOUND) return <UnreadableAccount error={error} again={again} />;
  return (
    <Stack gap="xl">
      <PageTitle title={t`Hello, ${firstName}`} subtitle={name ?? " "} tab={name ?? firm.name} />
      <Section title={t`Waiting for you`}>
        <NothingWaits />
      </Section>
      <Section title={t`Folders`}>
        <Folders account={account} error={error} again={again} />
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

function NothingWaits() {
  const { firm } = useViewer();
  return (
    <Paper p="lg">
      <Group wrap="nowrap" gap="md">
        <ThemeIcon variant="light" color="green" size={48} radius="xl">
          <IconChecks size={26} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <div>
          <Text fw={500}>
            <Trans>Nothing is waiting for you</Trans>
          </Text>
          <Text c="dimmed">
            <Trans>When {firm.name} needs something from you, you will find it here.</Trans>
          </Text>
        </div>
      </Group>
    </Paper>
  );
}

function Folders({ account, error, again }: ReturnType<typeof usePortalAccount>) {
  if (account) {
    return <FolderList accountId={account.id} folders={childrenOf(account.folders, null)} all={account.folders} />;
  }
  if (!error) return <SkeletonRows rows={3} height={72} gap={1} />;
  return (
    <Paper>
      <ErrorState order={3} error={error} again={again} />
    </Paper>
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
