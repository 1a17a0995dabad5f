import { useSend } from "../../api/useSend.ts";
import type { AdminInviteAgainMutation } from "../generated/graphql";
import { InviteMutation } from "./documents.ts";

export type InviteFailure = AdminInviteAgainMutation["invite"]["failures"][number];

/** The API takes this many at once. */
export const MOST_AT_ONCE = 100;

export function inGroupsOf<Item>(size: number, items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}

/** Invites people, or invites them again; a row that fails stops no other. */
export function useInvite() {
  const send = useSend();
  return async (ids: readonly string[], message: string | null) => {
    const failures: InviteFailure[] = [];
    for (const group of inGroupsOf(MOST_AT_ONCE, ids)) {
      // One after the other: each answer is short, and the server is spared.
      // oxlint-disable-next-line no-await-in-loop
      const { invite } = await send(InviteMutation, { input: { ids: group, message } });
      failures.push(...invite.failures);
    }
    return { invited: ids.length - failures.length, failures };
  };
}
