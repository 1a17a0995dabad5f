import { Trans } from "@lingui/react/macro";
import { Group, Stack, Text } from "@mantine/core";
import type { ColleagueRowFragment } from "../generated/graphql";
import { ColleagueMenu } from "./ColleagueMenu.tsx";
import { ColleagueName } from "./ColleagueName.tsx";
import { LastSeen } from "./LastSeen.tsx";
import { RoleCell } from "./RoleCell.tsx";
import { StateCell } from "./StateCell.tsx";

/** A row on a phone. */
export function ColleagueCard({ row: colleague }: { row: ColleagueRowFragment }) {
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <ColleagueName colleague={colleague} />
        <ColleagueMenu colleague={colleague} />
      </Group>
      <StateCell colleague={colleague} />
      <RoleCell colleague={colleague} />
      {colleague.defaultAccess && (
        <Text size="xs" c="dimmed">
          <Trans>Default access</Trans>
        </Text>
      )}
      <Text size="xs" c="dimmed">
        <Trans>Last seen:</Trans> <LastSeen at={colleague.lastSeenAt} />
      </Text>
    </Stack>
  );
}
