import { Trans } from "@lingui/react/macro";
import { Group, Stack, Text } from "@mantine/core";
import { TextLink } from "../../ui/links.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { DeliveryCell } from "./DeliveryCell.tsx";
import { Expiry } from "./Expiry.tsx";
import { InvitationBadge } from "./InvitationBadge.tsx";
import { PendingMenu } from "./PendingMenu.tsx";
import { SelectOne } from "./SelectBoxes.tsx";

/** A row on a phone. */
export function PendingCard({ row: person }: { row: PendingPersonFragment }) {
  const { contact, account, invitation } = person;
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Group wrap="nowrap" align="flex-start" gap="sm" miw={0}>
          <SelectOne person={person} />
          <div>
            <TextLink
              to="/accounts/$accountId"
              params={{ accountId: account.id }}
              c="var(--mantine-color-text)"
              fw={500}
            >
              {contact.name}
            </TextLink>
            <Text size="xs" c="dimmed">
              {contact.email}
            </Text>
            <Text size="xs" c="dimmed">
              {account.name}
            </Text>
          </div>
        </Group>
        <PendingMenu person={person} />
      </Group>
      <InvitationBadge invitation={invitation} />
      <DeliveryCell emails={invitation?.emails ?? []} />
      {invitation?.state === "PENDING" && (
        <Text size="xs" c="dimmed">
          <Trans>Expires:</Trans> <Expiry invitation={invitation} />
        </Text>
      )}
    </Stack>
  );
}
