import { Stack, Text } from "@mantine/core";
import { StateBadge } from "../../ui/StateBadge.tsx";
import type { ColleagueRowFragment } from "../generated/graphql";
import { DeliveryCell } from "../pending/DeliveryCell.tsx";
import { useInvitationWords } from "../pending/useInvitationWords.ts";
import { STATE_MOODS, useTeamWords } from "./useTeamWords.ts";

/** Active, deactivated, or how far the invitation has come. */
export function StateCell({ colleague }: { colleague: ColleagueRowFragment }) {
  const words = useTeamWords();
  const invitationWords = useInvitationWords();
  const { state, invitation } = colleague;
  if (state !== "INVITED") return <StateBadge mood={STATE_MOODS[state]}>{words.state[state]}</StateBadge>;
  const { mood, label, detail } = invitationWords(invitation);
  return (
    <Stack gap={4} align="flex-start">
      <StateBadge mood={mood}>{label}</StateBadge>
      {detail && (
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
      )}
      {invitation?.state === "PENDING" && <DeliveryCell emails={invitation.emails} />}
    </Stack>
  );
}
