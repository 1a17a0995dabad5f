import { Group, Stack, Text } from "@mantine/core";
import { useFormats } from "../../i18n/formats.ts";
import { TextLink } from "../../ui/links.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import type { AccountRowFragment } from "../generated/graphql";
import { useViewer } from "../session/session.ts";
import { TagList } from "../tags/TagList.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { Names } from "./Names.tsx";
import { STATUS_MOODS, useAccountWords } from "./useAccountWords.ts";

/** An account of the list on a phone. */
export function AccountCard({ row: account }: { row: AccountRowFragment }) {
  const words = useAccountWords();
  const formats = useFormats(useViewer().firm.timeZone);
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <TextLink
            to="/accounts/$accountId"
            params={{ accountId: account.id }}
            c="var(--mantine-color-text)"
            fw={600}
            py={6}
            display="inline-block"
          >
            {account.name}
          </TextLink>
          <Text size="sm" c="dimmed">
            #{account.number} · {words.type[account.type]}
          </Text>
        </div>
        <AccountMenu account={account} />
      </Group>
      <Names names={account.contacts.map(({ contact }) => contact.name)} />
      <TagList tags={account.tags} />
      <Group justify="space-between" gap="xs">
        <StateBadge mood={STATUS_MOODS[account.portalStatus]}>{words.status[account.portalStatus]}</StateBadge>
        <Text size="xs" c="dimmed">
          {formats.ago(account.lastActivityAt)}
        </Text>
      </Group>
    </Stack>
  );
}
