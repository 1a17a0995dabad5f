import { useLingui } from "@lingui/react/macro";
import { Combobox, Kbd, Loader, Modal, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBriefcase, IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useRead } from "../../api/useRead.ts";
import { useFormats } from "../../i18n/formats.ts";
import classes from "./commands.module.css";
import { FindAccountsQuery } from "./documents.ts";
import { useCommands } from "./useCommands.ts";

interface CommandMenuProps {
  opened: boolean;
  onClose: () => void;
  showKeys: () => void;
}

/** At once, not when the dialog has settled: nothing that is typed meanwhile gets lost. */
const takeFocus = (input: HTMLInputElement | null) => input?.focus();

/** Finds accounts and actions from anywhere (Ctrl or Cmd and K). */
export function CommandMenu(props: CommandMenuProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      padding={0}
      size={560}
      attributes={{ content: { "aria-label": t`Search and commands` } }}
    >
      <Contents {...props} />
    </Modal>
  );
}

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

function Contents({ onClose, showKeys }: CommandMenuProps) {
  const { t } = useLingui();
  const formats = useFormats();
  const navigate = useNavigate();
  const combobox = useCombobox({ opened: true, loop: true });
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 120);
  const { data, loading, refreshing } = useRead(FindAccountsQuery, { search }, { pause: search === "" });
  const accounts = search === "" ? [] : (data?.accounts.nodes ?? []);
  const commands = useCommands(showKeys).filter(({ label }) => plain(label).includes(plain(typed.trim())));
  const waiting = search !== "" && (loading || refreshing);

  const first = accounts[0]?.id ?? commands[0]?.id;
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (first) selectFirstOption();
  }, [first, selectFirstOption]);

  const submit = (value: string) => {
    onClose();
    const command = commands.find(({ id }) => id === value);
    if (command) command.run();
    else void navigate({ to: "/accounts/$accountId", params: { accountId: value } });
  };

  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.EventsTarget>
        <TextInput
          size="md"
          variant="unstyled"
          classNames={{ input: classes.input }}
          aria-label={t`Search accounts and commands`}
          placeholder={t`Search accounts and commands`}
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
          rightSection={waiting && <Loader size={16} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
          ref={takeFocus}
          data-autofocus
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.options} aria-label={t`Results`}>
        {accounts.length > 0 && (
          <Combobox.Group label={t`Accounts`}>
            {accounts.map(({ id, name, number, contacts }) => (
              <Combobox.Option key={id} value={id} className={classes.option}>
                <IconBriefcase size={16} stroke={1.6} aria-hidden />
                <Text span size="sm" fw={500} truncate>
                  {name}
                </Text>
                <Text span size="xs" c="dimmed" className="tabular">
                  #{number}
                </Text>
                <Text span size="xs" c="dimmed" truncate ms="auto">
                  {formats.list(contacts.slice(0, 2).map(({ contact }) => contact.name))}
                </Text>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {commands.length > 0 && (
          <Combobox.Group label={t`Commands`}>
            {commands.map(({ id, label, icon: Icon, key }) => (
              <Combobox.Option key={id} value={id} className={classes.option}>
                <Icon size={16} stroke={1.6} aria-hidden />
                <Text span size="sm" flex={1}>
                  {label}
                </Text>
                {key && <Kbd size="xs">{key}</Kbd>}
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
        {accounts.length + commands.length === 0 && !waiting && <Combobox.Empty>{t`Nothing begins like this.`}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  );
}
