import { Select } from "@mantine/core";
import { FactError } from "./FactError.tsx";
import classes from "./record.module.css";
import { useFact } from "./useFact.ts";

interface SelectFactProps<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onSave: (value: Value) => Promise<void>;
}

/** A choice made in place, saved at once. */
export function SelectFact<Value extends string>({ label, value, options, onSave }: SelectFactProps<Value>) {
  const { typed, message, isStale, commit, reset } = useFact(value, onSave);
  return (
    <Select
      label={label}
      variant="unstyled"
      classNames={{ input: classes.fact, label: classes.label }}
      data={options}
      value={typed}
      onChange={(next) => next && void commit(next as Value)}
      allowDeselect={false}
      error={message && <FactError message={message} isStale={isStale} reset={reset} />}
    />
  );
}
