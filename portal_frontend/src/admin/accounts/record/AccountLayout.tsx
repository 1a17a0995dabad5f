import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useRead } from "../../../api/useRead.ts";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { LinkButton } from "../../../ui/links.tsx";
import { SkeletonPage } from "../../../ui/skeletons.tsx";
import { useLive } from "../../live/LiveProvider.tsx";
import { AccountContext } from "./AccountContext.ts";
import { AccountHeader } from "./AccountHeader.tsx";
import { AccountQuery } from "./documents.ts";
import classes from "./record.module.css";

/** The page of one account: what it is on top, then its tabs. */
export function AccountLayout() {
  const { t } = useLingui();
  const { accountId } = useParams({ from: "/inside/accounts/$accountId" });
  const { data, error, again, refresh } = useRead(AccountQuery, { id: accountId });
  useLive(accountId, refresh);
  const account = data?.account.id === accountId ? data.account : undefined;
  const open = useMemo(() => (account ? { account, again } : null), [account, again]);
  if (!open) {
    if (!error) return <SkeletonPage lines={8} />;
    return (
      <ErrorState
        order={1}
        error={error}
        again={again}
        action={
          <LinkButton to="/accounts" variant="default">
            <Trans>Go to the accounts</Trans>
          </LinkButton>
        }
      />
    );
  }
  const params = { accountId };
  return (
    <AccountContext value={open}>
      <Stack gap="md">
        <AccountHeader />
        <nav className={classes.tabs} aria-label={t`This account`}>
          <Link to="/accounts/$accountId" params={params} activeOptions={{ exact: true }} className={classes.tab}>
            {t`Info`}
          </Link>
          <Link to="/accounts/$accountId/folders" params={params} className={classes.tab}>
            {t`Folders`}
          </Link>
          <Link to="/accounts/$accountId/timeline" params={params} className={classes.tab}>
            {t`Timeline`}
          </Link>
        </nav>
        <Outlet />
      </Stack>
    </AccountContext>
  );
}
