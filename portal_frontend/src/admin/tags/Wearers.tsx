import { Plural, Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { TextLink } from "../../ui/links.tsx";
import type { TagRowFragment } from "../generated/graphql";

/** How many accounts carry the tag, and the way to them. */
export function Wearers({ tag: { id, accountCount } }: { tag: TagRowFragment }) {
  if (accountCount === 0) {
    return (
      <Text span size="sm" c="dimmed">
        <Trans>no account</Trans>
      </Text>
    );
  }
  return (
    <TextLink to="/accounts" search={{ tag: [id] }} size="sm">
      <Plural value={accountCount} one="# account" other="# accounts" />
    </TextLink>
  );
}
