import { Group } from "@mantine/core";
import { StateBadge } from "../../ui/StateBadge.tsx";
import type { ColleagueRowFragment } from "../generated/graphql";
import { DeliveryCell } from "../pending/DeliveryCell.tsx";
import { InvitationBadge } from "../pending/InvitationBadge.tsx";
import { STATE_MOODS, useTeamWords } from "./useTeamWords.ts";

/** Active, deactivated, or how far the invitation has come. */
export function StateCell({ colleague }: { colleague: ColleagueRowFragment }) {
  const words = useTeamWords();
  const { state, invitation } = colleague;
  if (state !== "INVITED") return <StateBadge mood={STATE_MOODS[state]}>{words.state[state]}</StateBadge>;
  return (
    <Group gap="xs" align="flex-start">
      <InvitationBadge invitation={invitation} />
      {invitation?.state === "PENDING" && <DeliveryCell emails={invitation.emails} />}
    </Group>
  );
}
