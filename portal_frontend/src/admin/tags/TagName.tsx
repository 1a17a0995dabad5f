import { UnstyledButton } from "@mantine/core";
import type { TagRowFragment } from "../generated/graphql";
import { useTagActions } from "./actions.ts";
import { TagBadge } from "./TagBadge.tsx";

/** Opens the side sheet for who may change tags. */
export function TagName({ tag }: { tag: TagRowFragment }) {
  const actions = useTagActions();
  if (!actions) return <TagBadge tag={tag} />;
  return (
    <UnstyledButton onClick={() => actions.edit(tag)} maw="100%" py={6}>
      <TagBadge tag={tag} />
    </UnstyledButton>
  );
}
