import { useLingui } from "@lingui/react/macro";
import { Text, VisuallyHidden } from "@mantine/core";
import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import type { Columns } from "../../table/DataTable.tsx";
import { TextLink } from "../../ui/links.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { DeliveryCell } from "./DeliveryCell.tsx";
import { Expiry } from "./Expiry.tsx";
import { InvitationBadge } from "./InvitationBadge.tsx";
import { PendingMenu } from "./PendingMenu.tsx";
import classes from "./pending.module.css";
import { SelectAll, SelectOne } from "./SelectBoxes.tsx";

const helper = createColumnHelper<object, PendingPersonFragment>();

export function usePendingColumns(mayInvite: boolean): Columns<PendingPersonFragment> {
  const { t } = useLingui();
  return useMemo(() => {
    const select = helper.display({
      id: "select",
      header: SelectAll,
      cell: ({ row: { original } }) => <SelectOne person={original} />,
    });
    return [
      ...(mayInvite ? [select] : []),
      helper.display({
        id: "name",
        header: t`Person`,
        cell: ({ row: { original } }) => (
          <>
            <TextLink
              to="/accounts/$accountId"
              params={{ accountId: original.account.id }}
              c="var(--mantine-color-text)"
              fw={500}
            >
              {original.contact.name}
            </TextLink>
            <Text size="xs" c="dimmed" className={classes.clip} title={original.contact.email ?? ""}>
              {original.contact.email}
            </Text>
          </>
        ),
      }),
      helper.display({
        id: "account",
        header: t`Account`,
        cell: ({ row: { original } }) => (
          <div className={classes.wraps}>
            {original.account.name}{" "}
            <Text span size="xs" c="dimmed" className="tabular">
              #{original.account.number}
            </Text>
          </div>
        ),
      }),
      helper.display({
        id: "state",
        header: t`Invitation`,
        cell: ({ row: { original } }) => <InvitationBadge invitation={original.invitation} />,
      }),
      helper.display({
        id: "delivery",
        header: t`E-mail`,
        cell: ({ row: { original } }) => <DeliveryCell emails={original.invitation?.emails ?? []} />,
      }),
      helper.display({
        id: "expiry",
        header: t`Expires`,
        cell: ({ row: { original } }) => <Expiry invitation={original.invitation} />,
      }),
      helper.display({
        id: "menu",
        header: () => <VisuallyHidden>{t`Actions`}</VisuallyHidden>,
        cell: ({ row: { original } }) => <PendingMenu person={original} />,
      }),
    ];
  }, [t, mayInvite]);
}
