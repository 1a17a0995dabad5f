import { Text } from "@mantine/core";
import classes from "./record.module.css";

/** A fact that is only to be read. */
export function ReadFact({ label, value, title }: { label: string; value: string; title?: string }) {
  return (
    <div>
      <Text className={classes.label}>{label}</Text>
      <Text size="sm" title={title}>
        {value || "–"}
      </Text>
    </div>
  );
}
