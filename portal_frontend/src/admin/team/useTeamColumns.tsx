import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import type { Columns } from "../../table/DataTable.tsx";
import type { ColleagueRowFragment } from "../generated/graphql";
import { ColleagueMenu } from "./ColleagueMenu.tsx";
import { ColleagueName } from "./ColleagueName.tsx";
import { LastSeen } from "./LastSeen.tsx";
import { RoleCell } from "./RoleCell.tsx";
import { StateCell } from "./StateCell.tsx";

const helper = createColumnHelper<object, ColleagueRowFragment>();

export function useTeamColumns(): Columns<ColleagueRowFragment> {
  const { t } = useLingui();
  return useMemo(
    () => [
      helper.display({
        id: "name",
        header: t`Name`,
        cell: ({ row: { original } }) => <ColleagueName colleague={original} />,
      }),
      helper.display({
        id: "role",
        header: t`Role`,
        cell: ({ row: { original } }) => <RoleCell colleague={original} />,
      }),
      helper.display({
        id: "state",
        header: t`State`,
        cell: ({ row: { original } }) => <StateCell colleague={original} />,
      }),
      helper.display({
        id: "access",
        header: t`Default access`,
        cell: ({ row: { original } }) => (original.defaultAccess ? t`Yes` : t`No`),
      }),
      helper.display({
        id: "seen",
        header: t`Last seen`,
        cell: ({ row: { original } }) => <LastSeen at={original.lastSeenAt} />,
      }),
      helper.display({
        id: "menu",
        header: () => <VisuallyHidden>{t`Actions`}</VisuallyHidden>,
        cell: ({ row: { original } }) => <ColleagueMenu colleague={original} />,
      }),
    ],
    [t],
  );
}
