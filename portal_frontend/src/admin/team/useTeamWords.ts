import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { Mood } from "../../ui/StateBadge.tsx";
import type { PermissionSet, Role, StaffState } from "../generated/graphql";

interface Words {
  label: string;
  sentence: string;
}

export const ROLES = ["EMPLOYEE", "ADMIN", "OWNER"] as const satisfies readonly Role[];
export const PERMISSION_SETS = ["EXECUTIVE", "ANALYST"] as const satisfies readonly PermissionSet[];
export const STATE_MOODS: Record<StaffState, Mood> = { ACTIVE: "good", INVITED: "waiting", DEACTIVATED: "off" };

/** What the words of the team mean, each in one sentence. */
export function useTeamWords() {
  const { t } = useLingui();
  return useMemo(() => {
    const role: Record<Role, Words> = {
      EMPLOYEE: { label: t`Employee`, sentence: t`May do what the permission set below allows.` },
      ADMIN: { label: t`Administrator`, sentence: t`May do everything, except make or change owners.` },
      OWNER: { label: t`Owner`, sentence: t`May do everything; the firm always has at least one.` },
    };
    const permissionSet: Record<PermissionSet, Words> = {
      EXECUTIVE: { label: t`Executive`, sentence: t`Works with accounts: creates and changes them, and invites clients.` },
      ANALYST: { label: t`Analyst`, sentence: t`Reads accounts and contacts, and changes nothing.` },
    };
    const state: Record<StaffState, string> = {
      ACTIVE: t`Active`,
      INVITED: t`Invited`,
      DEACTIVATED: t`Deactivated`,
    };
    return { role, permissionSet, state };
  }, [t]);
}
