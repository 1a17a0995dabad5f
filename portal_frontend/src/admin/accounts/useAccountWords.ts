import { useLingui } from "@lingui/react/macro";
import type { Mood } from "../../ui/StateBadge.tsx";
import type { AccountList, AccountSort, AccountType, Category, PortalStatus, Stage } from "../generated/graphql";

export const STATUS_MOODS: Record<PortalStatus, Mood> = { ACTIVE: "good", PENDING_ACTIVATION: "waiting", OFFLINE: "off" };

/** The words of an account's enums, once for every screen. */
export function useAccountWords() {
  const { t } = useLingui();
  const list: Record<AccountList, string> = {
    ALL: t`All`,
    PENDING_ACTIVATION: t`Pending activation`,
    OFFLINE: t`Offline`,
    ARCHIVED: t`Archived`,
  };
  const type: Record<AccountType, string> = { INDIVIDUAL: t`Individual`, COMPANY: t`Company` };
  const category: Record<Category, string> = {
    CLIENT: t`Client`,
    SUPPLIER: t`Supplier`,
    BANK: t`Bank`,
    COMPANY: t`Company`,
    GOVERNMENT: t`Authority`,
    OTHER: t`Other`,
  };
  const stage: Record<Stage, string> = { LEAD: t`Lead`, PROSPECT: t`Prospect`, CLIENT: t`Client` };
  const status: Record<PortalStatus, string> = {
    ACTIVE: t`Active`,
    PENDING_ACTIVATION: t`Pending activation`,
    OFFLINE: t`Offline`,
  };
  const sort: Record<AccountSort, string> = {
    NAME_ASC: t`Name, A to Z`,
    NAME_DESC: t`Name, Z to A`,
    LAST_ACTIVITY_DESC: t`Latest activity first`,
    CREATED_DESC: t`Newest first`,
    CREATED_ASC: t`Oldest first`,
  };
  const tagged = { any: t`Any of them`, all: t`All of them`, none: t`None of them` };
  /** What an account is, in one line; a client in both senses is said once. */
  const line = (account: { type: AccountType; category: Category; stage: Stage }) => {
    const kind = account.category === "CLIENT" ? [] : [category[account.category]];
    return [type[account.type], ...kind, stage[account.stage]].join(" · ");
  };
  return { list, type, category, stage, status, sort, tagged, line };
}

/** A record of words as the options of a select, in the given order. */
export const optionsOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));
