import { Stack, Text } from "@mantine/core";
import type { ColleagueRowFragment } from "../generated/graphql";
import { useTeamWords } from "./useTeamWords.ts";

/** The role, and the permission set where it matters. */
export function RoleCell({ colleague }: { colleague: ColleagueRowFragment }) {
  const words = useTeamWords();
  const { role, permissionSet } = colleague;
  return (
    <Stack gap={0}>
      <Text span size="sm">
        {words.role[role].label}
      </Text>
      {role === "EMPLOYEE" && (
        <Text span size="xs" c="dimmed">
          {words.permissionSet[permissionSet].label}
        </Text>
      )}
    </Stack>
  );
}
