import { Anchor, Text } from "@mantine/core";
import type { ColleagueRowFragment } from "../generated/graphql";
import { useTeamActions } from "./actions.ts";

/** Opens the side sheet for who may change the team. */
export function ColleagueName({ colleague }: { colleague: ColleagueRowFragment }) {
  const actions = useTeamActions();
  return (
    <div>
      {actions ? (
        <Anchor
          component="button"
          type="button"
          c="var(--mantine-color-text)"
          fw={500}
          ta="start"
          onClick={() => actions.edit(colleague)}
        >
          {colleague.name}
        </Anchor>
      ) : (
        <Text span fw={500}>
          {colleague.name}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {colleague.email}
      </Text>
    </div>
  );
}
