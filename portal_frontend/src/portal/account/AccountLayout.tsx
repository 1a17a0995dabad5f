import { useLingui } from "@lingui/react/macro";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import classes from "../shell/shell.module.css";
import { lastAccount } from "./lastAccount.ts";

export function AccountLayout() {
  const { t } = useLingui();
  const { accountId } = useParams({ from: "/inside/a/$accountId" });
  useEffect(() => lastAccount.remember(accountId), [accountId]);
  return (
    <div>
      <nav className={classes.tabs} aria-label={t`This account`}>
        <Link to="/a/$accountId" params={{ accountId }} activeOptions={{ exact: true }} className={classes.tab}>
          {t`Home`}
        </Link>
        <Link
          to="/a/$accountId/folders"
          params={{ accountId }}
          activeOptions={{ includeSearch: false }}
          className={classes.tab}
        >
          {t`Folders`}
        </Link>
      </nav>
      <main id="main" className={classes.page}>
        <Outlet />
      </main>
    </div>
  );
}
