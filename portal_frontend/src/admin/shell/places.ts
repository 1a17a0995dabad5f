import { useLingui } from "@lingui/react/macro";
import { IconBriefcase, IconSettings, IconUserCheck, IconUsersGroup, type TablerIcon } from "@tabler/icons-react";

export interface Place {
  to: "/accounts" | "/pending" | "/settings" | "/team";
  label: string;
  icon: TablerIcon;
}

/** Where the rail and the command menu lead. */
export function usePlaces(): Place[] {
  const { t } = useLingui();
  return [
    { to: "/accounts", label: t`Accounts`, icon: IconBriefcase },
    { to: "/pending", label: t`Pending activation`, icon: IconUserCheck },
    { to: "/team", label: t`Team`, icon: IconUsersGroup },
    { to: "/settings", label: t`Settings`, icon: IconSettings },
  ];
}
