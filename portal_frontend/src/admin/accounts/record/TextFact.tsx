import { Loader, TextInput } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { FactError } from "./FactError.tsx";
import classes from "./record.module.css";
import { useFact } from "./useFact.ts";

interface TextFactProps {
  label: string;
  value: string;
  onSave: (value: string) => Promise<void>;
  placeholder?: string;
}

/** A text edited in place: saved on Enter or on leaving, given up with Escape. */
export function TextFact({ label, value, onSave, placeholder = "–" }: TextFactProps) {
  const { typed, setTyped, saving, message, isStale, commit, reset } = useFact(value, onSave);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") event.currentTarget.blur();
    if (event.key === "Escape") reset();
  };
  return (
    <TextInput
      label={label}
      variant="unstyled"
      classNames={{ input: classes.fact, label: classes.label }}
      value={typed}
      placeholder={placeholder}
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void commit(typed.trim())}
      onKeyDown={onKeyDown}
      rightSection={saving && <Loader size={14} />}
      error={message && <FactError message={message} isStale={isStale} reset={reset} />}
    />
  );
}
