import { Trans, useLingui } from "@lingui/react/macro";
import { Breadcrumbs, Paper, Stack, Text } from "@mantine/core";
import { IconFolderOpen, IconFolders } from "@tabler/icons-react";
import { useParams, useSearch } from "@tanstack/react-router";
import { UnreadableAccount } from "../account/UnreadableAccount.tsx";
import { usePortalAccount } from "../account/usePortalAccount.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { TextLink } from "../../ui/links.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import { SkeletonRows } from "../../ui/skeletons.tsx";
import { FolderList } from "./FolderList.tsx";
import { childrenOf, type Folder, pathTo } from "./tree.ts";

/** One folder at a time, with the way back to the top. */
export function FoldersPage() {
  const { t } = useLingui();
  const { accountId } = useParams({ from: "/inside/a/$accountId" });
  const { folder: folderId } = useSearch({ from: "/inside/a/$accountId/folders" });
  const { account, error, again } = usePortalAccount(accountId);
  if (error) return <UnreadableAccount error={error} again={again} />;
  if (!account) return <SkeletonRows rows={4} height={72} />;
  const all = account.folders;
  const path = folderId ? pathTo(all, folderId) : [];
  const current = path.at(-1) ?? null;
  const folders = childrenOf(all, current?.id ?? null);
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        {current && <WayBack accountId={accountId} path={path} />}
        <PageTitle title={current?.name ?? t`Folders`} subtitle={account.name} />
      </Stack>
      <FolderContents accountId={accountId} current={current} folders={folders} all={all} />
    </Stack>
  );
}

interface FolderContentsProps {
  accountId: string;
  current: Folder | null;
  folders: Folder[];
  all: Folder[];
}

function FolderContents({ accountId, current, folders, all }: FolderContentsProps) {
  const { t } = useLingui();
  if (folders.length > 0) return <FolderList accountId={accountId} folders={folders} all={all} />;
  return (
    <Paper>
      {current ? (
        <EmptyState icon={IconFolderOpen} title={t`This folder is empty`}>
          <Trans>Documents will appear here as soon as there are any.</Trans>
        </EmptyState>
      ) : (
        <EmptyState icon={IconFolders} title={t`No folders yet`}>
          <Trans>The folders you share with the firm will appear here.</Trans>
        </EmptyState>
      )}
    </Paper>
  );
}

function WayBack({ accountId, path }: { accountId: string; path: Folder[] }) {
  const { t } = useLingui();
  return (
    <Breadcrumbs component="nav" aria-label={t`Where you are`}>
      <TextLink to="/a/$accountId/folders" params={{ accountId }} py={10}>
        {t`Folders`}
      </TextLink>
      {path.slice(0, -1).map(({ id, name }) => (
        <TextLink key={id} to="/a/$accountId/folders" params={{ accountId }} search={{ folder: id }} py={10}>
          {name}
        </TextLink>
      ))}
      <Text c="dimmed" aria-current="page">
        {path.at(-1)?.name}
      </Text>
    </Breadcrumbs>
  );
}
