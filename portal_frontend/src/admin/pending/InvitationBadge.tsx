import { Stack, Text } from "@mantine/core";
import { StateBadge } from "../../ui/StateBadge.tsx";
import classes from "./pending.module.css";
import { type InvitationFacts, useInvitationWords } from "./useInvitationWords.ts";

export function InvitationBadge({ invitation }: { invitation: InvitationFacts | null }) {
  const { mood, label, detail } = useInvitationWords()(invitation);
  return (
    <Stack gap={2} align="flex-start">
      <div className={classes.whole}>
        <StateBadge mood={mood}>{label}</StateBadge>
      </div>
      {detail && (
        <Text size="xs" c="dimmed" className={classes.wraps}>
          {detail}
        </Text>
      )}
    </Stack>
  );
}
