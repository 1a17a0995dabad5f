import { Plural, useLingui } from "@lingui/react/macro";
import { Select, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useRead } from "../../api/useRead.ts";
import type { ContactChoiceFragment } from "../generated/graphql";
import { ContactChoicesQuery } from "./documents.ts";
import type { ChosenContact } from "./linkDraft.ts";

interface ContactPickerProps {
  onChoose: (contact: ChosenContact) => void;
  /** Contacts that are in the account already. */
  taken: readonly string[];
  error?: ReactNode;
  path: string;
}

/** Finds a contact of the firm while part of a name or e-mail is typed (CON-2). */
export function ContactPicker({ onChoose, taken, error, path }: ContactPickerProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 150);
  const { data, loading, refreshing } = useRead(ContactChoicesQuery, { search }, { pause: search === "" });
  const found = search === "" ? [] : (data?.contacts.nodes ?? []);
  const waiting = loading || refreshing || search !== typed.trim();
  return (
    <Select
      label={t`Existing contact`}
      placeholder={t`Type part of a name or an e-mail address`}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      data={found.map(({ id, name }) => ({ value: id, label: name, disabled: taken.includes(id) }))}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const contact = found.find((each) => each.id === id);
        if (contact) onChoose(contact);
      }}
      filter={({ options }) => options}
      nothingFoundMessage={typed.trim() === "" ? undefined : waiting ? t`Searching…` : t`No contact begins like this`}
      renderOption={({ option }) => (
        <Option contact={found.find(({ id }) => id === option.value)} taken={taken.includes(option.value)} />
      )}
      error={error}
      data-path={path}
      data-autofocus
    />
  );
}

function Option({ contact, taken }: { contact: ContactChoiceFragment | undefined; taken: boolean }) {
  const { t } = useLingui();
  if (!contact) return null;
  const [first] = contact.accounts;
  return (
    <div>
      <Text size="sm">{contact.name}</Text>
      <Text size="xs" c="dimmed">
        {contact.email ?? t`no e-mail address`}
        {" · "}
        {taken ? (
          t`already in this account`
        ) : contact.accounts.length === 1 && first ? (
          first.account.name
        ) : (
          <Plural value={contact.accounts.length} one="# account" other="# accounts" />
        )}
      </Text>
    </div>
  );
}
