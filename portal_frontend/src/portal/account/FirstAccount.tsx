import { Trans, useLingui } from "@lingui/react/macro";
import { IconDoorOff } from "@tabler/icons-react";
import { GoTo } from "../../ui/GoTo.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { useViewer } from "../session/session.ts";
import classes from "../shell/shell.module.css";
import { FirmContact } from "./FirmContact.tsx";
import { lastAccount } from "./lastAccount.ts";

/** Opens the account used last, else the one where most waits. */
export function FirstAccount() {
  const { accounts } = useViewer();
  const last = lastAccount.recall();
  const account =
    accounts.find(({ id }) => id === last) ??
    accounts.toSorted((one, other) => other.waitingCount - one.waitingCount)[0];
  if (!account) return <NoAccount />;
  return <GoTo to="/a/$accountId" params={{ accountId: account.id }} />;
}

function NoAccount() {
  const { t } = useLingui();
  const { firm } = useViewer();
  useTabTitle(firm.name);
  return (
    <main id="main" className={classes.page}>
      <EmptyState order={1} icon={IconDoorOff} title={t`Nothing is open to you at the moment`} action={<FirmContact />}>
        <Trans>As soon as {firm.name} opens an account for you, it will be here.</Trans>
      </EmptyState>
    </main>
  );
}
