import { Trans } from "@lingui/react/macro";
import { Box, Button, Collapse, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight, IconSend } from "@tabler/icons-react";
import { StateBadge } from "../../ui/StateBadge.tsx";
import type { LinkFragment } from "../generated/graphql";
import { DeliveryTimeline } from "./DeliveryTimeline.tsx";
import { portalStory } from "./portalStory.ts";
import { usePortalWords } from "./usePortalWords.ts";

interface PortalStateProps {
  link: LinkFragment;
  /** Opens the dialog to send (again); undefined where that is not possible. */
  onInvite?: (() => void) | undefined;
}

/** Where a person stands with the portal, and the way of their invitation. */
export function PortalState({ link, onInvite }: PortalStateProps) {
  const wordsOf = usePortalWords();
  const story = portalStory(link);
  const { mood, label, sentence } = wordsOf(story);
  const [open, { toggle }] = useDisclosure(story.kind === "UNDELIVERED");
  const { invitation } = link;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const isWaiting = story.kind !== "ACTIVE" && link.login;
  return (
    <div>
      <Group gap="xs">
        <StateBadge mood={mood}>{label}</StateBadge>
        <Text size="sm" flex="1 1 200px">
          {sentence}
        </Text>
        {isWaiting && onInvite && (
          <Button size="compact-sm" variant="light" leftSection={<IconSend size={14} aria-hidden />} onClick={onInvite}>
            {story.kind === "NOT_INVITED" ? <Trans>Send invitation</Trans> : <Trans>Invite again</Trans>}
          </Button>
        )}
      </Group>
      {invitation && invitation.emails.length > 0 && (
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            fw={400}
            mt={4}
            leftSection={<Chevron size={14} aria-hidden />}
            aria-expanded={open}
            onClick={toggle}
          >
            <Trans>Delivery of the invitation</Trans>
          </Button>
          <Collapse expanded={open}>
            <Box pt="sm" ps="xs">
              {invitation.message && (
                <Text size="sm" c="dimmed" mb="sm" style={{ whiteSpace: "pre-line" }}>
                  “{invitation.message}”
                </Text>
              )}
              <DeliveryTimeline invitation={invitation} />
            </Box>
          </Collapse>
        </>
      )}
    </div>
  );
}
