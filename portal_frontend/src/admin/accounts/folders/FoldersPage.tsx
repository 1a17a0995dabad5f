import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Paper, Text } from "@mantine/core";
import { IconEye, IconFolder, IconFolders, IconLock, IconPencil, type TablerIcon } from "@tabler/icons-react";
import { useRead } from "../../../api/useRead.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { SkeletonRows } from "../../../ui/skeletons.tsx";
import type { AccountFoldersQuery as FoldersData, FolderAccess } from "../../generated/graphql";
import { useAccount } from "../record/AccountContext.ts";
import { AccountFoldersQuery } from "./documents.ts";
import classes from "./folders.module.css";
import { childrenOf } from "./tree.ts";

type Folder = FoldersData["account"]["folders"][number];

/** The folders of the account, and what its clients may do in each. */
export function FoldersPage() {
  const { t } = useLingui();
  const { account } = useAccount();
  const { data, error, again } = useRead(AccountFoldersQuery, { id: account.id });
  const folders = data?.account.id === account.id ? data.account.folders : undefined;
  if (!folders) return error ? <ErrorState error={error} again={again} /> : <SkeletonRows rows={5} />;
  if (folders.length === 0) {
    return (
      <Paper>
        <EmptyState icon={IconFolders} title={t`No folders`}>
          <Trans>Every new account begins with the folders of the firm; this one has none.</Trans>
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Paper component="section" aria-label={t`Folders`} className={classes.frame}>
      <Branch all={folders} parentId={null} />
    </Paper>
  );
}

function Branch({ all, parentId }: { all: readonly Folder[]; parentId: string | null }) {
  const inside = childrenOf(all, parentId);
  if (inside.length === 0) return null;
  return (
    <ul className={classes.list}>
      {inside.map((folder) => (
        <li key={folder.id}>
          <div className={classes.row}>
            <IconFolder size={20} stroke={1.5} className={classes.icon} aria-hidden />
            <Text span flex={1} miw={0}>
              {folder.name}
            </Text>
            <Access access={folder.access} />
          </div>
          <Branch all={all} parentId={folder.id} />
        </li>
      ))}
    </ul>
  );
}

const LOOKS: Record<FolderAccess, { Icon: TablerIcon; color: string }> = {
  PRIVATE: { Icon: IconLock, color: "gray" },
  CLIENT_VIEW: { Icon: IconEye, color: "accent" },
  CLIENT_EDIT: { Icon: IconPencil, color: "accent" },
};

function Access({ access }: { access: FolderAccess }) {
  const { t } = useLingui();
  const words: Record<FolderAccess, string> = {
    PRIVATE: t`Staff only`,
    CLIENT_VIEW: t`Client reads`,
    CLIENT_EDIT: t`Client adds files`,
  };
  const { Icon, color } = LOOKS[access];
  return (
    <Badge color={color} size="lg" fz="xs" leftSection={<Icon size={14} aria-hidden />}>
      {words[access]}
    </Badge>
  );
}
