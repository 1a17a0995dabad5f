import { useLingui } from "@lingui/react/macro";
import { Text, VisuallyHidden } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import { useFormats } from "../../i18n/formats.ts";
import type { Columns } from "../../table/DataTable.tsx";
import { TextLink } from "../../ui/links.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import type { AccountRowFragment } from "../generated/graphql";
import { useViewer } from "../session/session.ts";
import { TagList } from "../tags/TagList.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { Names } from "./Names.tsx";
import { STATUS_MOODS, useAccountWords } from "./useAccountWords.ts";

const helper = createColumnHelper<object, AccountRowFragment>();

export function useAccountsColumns(): Columns<AccountRowFragment> {
  const { t } = useLingui();
  const words = useAccountWords();
  const formats = useFormats(useViewer().firm.timeZone);
  return useMemo(
    () => [
      helper.display({
        id: "name",
        header: t`Name`,
        cell: ({ row: { original } }) => (
          <>
            <TextLink to="/accounts/$accountId" params={{ accountId: original.id }} c="var(--mantine-color-text)" fw={500}>
              {original.name}
            </TextLink>
            <Text size="xs" c="dimmed" className="tabular">
              #{original.number} · {words.type[original.type]}
            </Text>
          </>
        ),
      }),
      helper.display({
        id: "tags",
        header: t`Tags`,
        cell: ({ row: { original } }) => <TagList tags={original.tags} most={2} />,
      }),
      helper.display({
        id: "contacts",
        header: t`Contacts`,
        cell: ({ row: { original } }) => <Names names={original.contacts.map(({ contact }) => contact.name)} />,
      }),
      helper.display({
        id: "staff",
        header: t`Staff`,
        cell: ({ row: { original } }) => <Names names={original.staff.map(({ name }) => name)} />,
      }),
      helper.display({
        id: "status",
        header: t`Portal`,
        cell: ({ row: { original } }) => (
          <StateBadge mood={STATUS_MOODS[original.portalStatus]}>{words.status[original.portalStatus]}</StateBadge>
        ),
      }),
      helper.display({
        id: "activity",
        header: t`Last activity`,
        cell: ({ row: { original } }) => (
          <Text size="sm" c="dimmed" title={formats.dateTime(original.lastActivityAt)}>
            {formats.ago(original.lastActivityAt)}
          </Text>
        ),
      }),
      helper.display({ id: "menu", header: () => <VisuallyHidden>{t`Actions`}</VisuallyHidden>, cell: ({ row: { original } }) => <AccountMenu account={original} /> }),
    ],
    [t, words, formats],
  );
}
