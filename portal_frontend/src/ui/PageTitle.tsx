import { Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

interface PageTitleProps {
  title: string;
  /** A number after the title, such as the count of a list; "" keeps its place until it is known. */
  count?: string | undefined;
  subtitle?: ReactNode;
  actions?: ReactNode;
  /** The tab's title where it says more than the heading; null leaves the tab alone. */
  tab?: string | null;
}

export function useTabTitle(title: string | null) {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}

/** The one `h1` of a page, its actions, and the title of the tab. */
export function PageTitle({ title, count, subtitle, actions, tab = title }: PageTitleProps) {
  useTabTitle(tab);
  return (
    <Group justify="space-between" align="flex-start" gap="md">
      <Stack gap={4}>
        <Group gap="xs" align="baseline" wrap="nowrap">
          <Title order={1}>{title}</Title>
          {count !== undefined && (
            <Text c="dimmed" className="tabular" miw="3ch" style={{ whiteSpace: "nowrap" }}>
              {count}
            </Text>
          )}
        </Group>
        {subtitle && <Text c="dimmed">{subtitle}</Text>}
      </Stack>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
