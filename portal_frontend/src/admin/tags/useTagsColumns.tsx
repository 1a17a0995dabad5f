import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import type { Columns } from "../../table/DataTable.tsx";
import type { TagRowFragment } from "../generated/graphql";
import { TagMenu } from "./TagMenu.tsx";
import { TagName } from "./TagName.tsx";
import { Wearers } from "./Wearers.tsx";

const helper = createColumnHelper<object, TagRowFragment>();

export function useTagsColumns(): Columns<TagRowFragment> {
  const { t } = useLingui();
  return useMemo(
    () => [
      helper.display({ id: "name", header: t`Tag`, cell: ({ row: { original } }) => <TagName tag={original} /> }),
      helper.display({ id: "accounts", header: t`Accounts`, cell: ({ row: { original } }) => <Wearers tag={original} /> }),
      helper.display({
        id: "menu",
        header: () => <VisuallyHidden>{t`Actions`}</VisuallyHidden>,
        cell: ({ row: { original } }) => <TagMenu tag={original} />,
      }),
    ],
    [t],
  );
}
