import { useLingui } from "@lingui/react/macro";
import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called shortly after the last key. */
  onSearch: (text: string) => void;
}

/** Searches while typing; follows when the value changes elsewhere. `/` goes to it, Escape empties it. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const search = useDebouncedCallback((next: string) => {
    setKnown(next);
    onSearch(next);
  }, 200);
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  const write = (next: string) => {
    setText(next);
    search(next);
  };
  return (
    <TextInput
      type="text"
      role="searchbox"
      data-search
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Escape" && write("")}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t`Clear the search`} onClick={() => write("")} />}
      maw={360}
      flex={1}
      miw={200}
    />
  );
}
