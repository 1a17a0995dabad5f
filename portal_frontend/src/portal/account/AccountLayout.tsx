import { useLingui } from "@lingui/react/macro";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { ApiError, NOT_FOUND } from "../../api/errors.ts";
import { useViewer } from "../session/session.ts";
import classes from "../shell/shell.module.css";
import { lastAccount } from "./lastAccount.ts";
import { UnreadableAccount } from "./UnreadableAccount.tsx";

export function AccountLayout() {
  const { t } = useLingui();
  const { accountId } = useParams({ from: "/inside/a/$accountId" });
  const isOpen = useViewer().accounts.some(({ id }) => id === accountId);
  useEffect(() => {
    if (isOpen) lastAccount.remember(accountId);
  }, [isOpen, accountId]);
  if (!isOpen) {
    return (
      <main id="main" className={classes.page}>
        <UnreadableAccount error={new ApiError(NOT_FOUND, "")} />
      </main>
    );
  }
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
