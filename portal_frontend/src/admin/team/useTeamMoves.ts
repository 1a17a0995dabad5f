import { useLingui } from "@lingui/react/macro";
import { asApiError } from "../../api/errors.ts";
import { useSend } from "../../api/useSend.ts";
import { tell, warn } from "../../ui/tell.tsx";
import { useErrorWords } from "../../ui/useErrorWords.ts";
import type { ColleagueRowFragment } from "../generated/graphql";
import { ReactivateStaffMutation, ReinviteStaffMutation } from "./documents.ts";

/** What is done to a colleague by one click. */
export function useTeamMoves() {
  const { t } = useLingui();
  const send = useSend();
  const { titleOf } = useErrorWords();
  const attempt = (move: () => Promise<void>) => {
    move().catch((thrown: unknown) => warn(titleOf(asApiError(thrown))));
  };
  return {
    inviteAgain: ({ id, name }: ColleagueRowFragment) =>
      attempt(async () => {
        await send(ReinviteStaffMutation, { input: { id } });
        tell(t`A fresh invitation of ${name} is on its way.`);
      }),
    reactivate: ({ id, name }: ColleagueRowFragment) =>
      attempt(async () => {
        await send(ReactivateStaffMutation, { input: { id } });
        tell(t`${name} is back in the team.`);
      }),
  };
}
