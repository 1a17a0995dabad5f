import { useLingui } from "@lingui/react/macro";
import { PageTitle } from "../../ui/PageTitle.tsx";

export function AccountsPage() {
  const { t } = useLingui();
  return <PageTitle title={t`Accounts`} />;
}
