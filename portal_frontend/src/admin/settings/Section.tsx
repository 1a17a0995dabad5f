import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** One group of settings, with a button of its own. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Paper component="section" p={{ base: "md", sm: "lg" }}>
      <Stack gap="lg">
        <div>
          <Title order={2}>{title}</Title>
          {about && (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
