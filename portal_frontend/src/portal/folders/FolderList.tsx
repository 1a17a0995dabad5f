import { Plural, Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconChevronRight, IconFolder, IconFolderUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import classes from "./folders.module.css";
import { childrenOf, type Folder } from "./tree.ts";

interface FolderListProps {
  accountId: string;
  folders: readonly Folder[];
  all: readonly Folder[];
}

/** Folders as large rows; each says whether the client may put files into it. */
export function FolderList({ accountId, folders, all }: FolderListProps) {
  return (
    <ul className={classes.list}>
      {folders.map((folder) => {
        const Icon = folder.access === "CLIENT_EDIT" ? IconFolderUp : IconFolder;
        const inside = childrenOf(all, folder.id).length;
        return (
          <li key={folder.id}>
            <Link
              to="/a/$accountId/folders"
              params={{ accountId }}
              search={{ folder: folder.id }}
              className={classes.row}
            >
              <Icon size={26} stroke={1.4} className={classes.icon} aria-hidden />
              <span className={classes.name}>
                <Text span fw={500}>
                  {folder.name}
                </Text>
                <Text span size="sm" c="dimmed">
                  {folder.access === "CLIENT_EDIT" ? (
                    <Trans>For your documents</Trans>
                  ) : (
                    <Trans>For you to read</Trans>
                  )}
                  {inside > 0 && (
                    <>
                      {" · "}
                      <Plural value={inside} one="# folder" other="# folders" />
                    </>
                  )}
                </Text>
              </span>
              <IconChevronRight size={20} stroke={1.5} className={classes.chevron} aria-hidden />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
