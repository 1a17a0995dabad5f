import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What this page asks for, and one sentence about it. */
export function DoorHeading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Title order={1}>{title}</Title>
      <Text c="dimmed">{children}</Text>
    </Stack>
  );
}
