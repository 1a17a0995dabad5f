import { Group, Stack } from "@mantine/core";
import type { TagRowFragment } from "../generated/graphql";
import { TagMenu } from "./TagMenu.tsx";
import { TagName } from "./TagName.tsx";
import { Wearers } from "./Wearers.tsx";

/** A tag of the list on a phone. */
export function TagCard({ row: tag }: { row: TagRowFragment }) {
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
      <Stack gap={4} align="flex-start" miw={0}>
        <TagName tag={tag} />
        <Wearers tag={tag} />
      </Stack>
      <TagMenu tag={tag} />
    </Group>
  );
}
