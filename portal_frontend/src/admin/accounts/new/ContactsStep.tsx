import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconTrash, IconUserPlus } from "@tabler/icons-react";
import type { ApiError } from "../../../api/errors.ts";
import type { FieldOf } from "../../../forms/fields.ts";
import { LinkFields } from "../../contacts/LinkFields.tsx";
import { nameOf } from "../../contacts/linkDraft.ts";
import { useViewer } from "../../session/session.ts";
import type { NewAccount } from "./newAccount.ts";

interface ContactsStepProps {
  account: NewAccount;
  field: FieldOf;
  set: (path: string, value: unknown) => void;
  failure: ApiError | null;
  onAdd: () => void;
  onRemove: (index: number) => void;
}

/** Step 2: the people behind the account. */
export function ContactsStep({ account, field, set, failure, onAdd, onRemove }: ContactsStepProps) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const { contacts } = account;
  const needsOne = !firm.allowAccountsWithoutContacts;
  const { error } = field("contacts");
  return (
    <Stack gap="md">
      {contacts.map((draft, index) => {
        const number = index + 1;
        const name = nameOf(draft);
        const others = contacts.filter((other) => other !== draft);
        return (
          <Paper key={draft.key} component="section" p="md" aria-label={name || t`Contact ${number}`}>
            <Group justify="space-between" mb="sm" wrap="nowrap">
              <Title order={3}>{name || t`Contact ${number}`}</Title>
              {(contacts.length > 1 || !needsOne) && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
                  onClick={() => onRemove(index)}
                >
                  <Trans>Remove</Trans>
                </Button>
              )}
            </Group>
            <LinkFields
              draft={draft}
              path={`contacts.${index}`}
              field={field}
              set={set}
              failure={failure}
              taken={others.flatMap(({ linking, chosen }) => (linking && chosen ? [chosen.id] : []))}
            />
          </Paper>
        );
      })}
      {contacts.length === 0 && (
        <Text c="dimmed">
          <Trans>No contact yet. The portal needs somebody who can log in.</Trans>
        </Text>
      )}
      <div>
        <Button variant="default" leftSection={<IconUserPlus size={16} stroke={1.5} aria-hidden />} onClick={onAdd} data-path="contacts">
          {contacts.length === 0 ? t`Add a contact` : t`Add another contact`}
        </Button>
        {error && (
          <Text size="sm" c="var(--mantine-color-error)" mt={6}>
            {error}
          </Text>
        )}
      </div>
    </Stack>
  );
}
