import { Stack, Text } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** Fields that belong together, under a name that screen readers say with each. */
export function FieldGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <Stack gap="xs" role="group" aria-labelledby={id}>
      <Text id={id} size="sm" fw={600}>
        {label}
      </Text>
      {children}
    </Stack>
  );
}
