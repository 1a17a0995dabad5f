import { Badge, Group } from "@mantine/core";
import { ToggleTrio } from "../../ui/toggles.tsx";
import { RIGHTS } from "./linkDraft.ts";
import type { Access } from "./useAccess.ts";
import { useRightWords } from "./useRightWords.ts";

/** Toggles and rights of one person, only to be read. */
export function AccessIcons({ access }: { access: Access }) {
  const rights = useRightWords();
  return (
    <Group gap="sm">
      <ToggleTrio login={access.login} notify={access.notify} sync={access.sync} />
      {RIGHTS.filter((right) => access[right]).map((right) => (
        <Badge key={right} color="gray" size="lg" fz="xs">
          {rights[right].label}
        </Badge>
      ))}
    </Group>
  );
}
