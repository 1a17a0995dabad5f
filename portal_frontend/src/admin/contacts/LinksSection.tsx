import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Stack, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { SideSheet } from "../../forms/SideSheet.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { AccountRecordFragment } from "../generated/graphql";
import { useCan } from "../session/session.ts";
import { AddContactForm } from "./AddContactForm.tsx";
import { LinkCard } from "./LinkCard.tsx";

/** The people behind the account, each with what they may do and how far they are with the portal. */
export function LinksSection({ account, again }: { account: AccountRecordFragment; again: () => void }) {
  const { t } = useLingui();
  const mayChange = useCan("MANAGE_ACCOUNTS") && account.lifecycle === "ACTIVE";
  const [adding, sheet] = useDisclosure(false);
  const add = mayChange && (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconUserPlus size={16} stroke={1.5} aria-hidden />}
      onClick={sheet.open}
    >
      <Trans>Add contact</Trans>
    </Button>
  );
  return (
    <Stack component="section" gap="sm" aria-label={t`Contacts`}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          <Trans>Contacts</Trans>
        </Title>
        {account.contacts.length > 0 && add}
      </Group>
      {account.contacts.length === 0 && (
        <Paper>
          <EmptyState order={3} icon={IconUsers} title={t`No contact yet`} action={add}>
            <Trans>Add the people behind this account, and decide who may log in to the portal.</Trans>
          </EmptyState>
        </Paper>
      )}
      {account.contacts.map((link) => (
        <LinkCard key={link.id} link={link} account={account} again={again} readOnly={!mayChange} />
      ))}
      <SideSheet opened={adding} onClose={sheet.close} title={t`Add a contact`}>
        <AddContactForm account={account} onDone={sheet.close} />
      </SideSheet>
    </Stack>
  );
}
