import { Badge } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleOff,
  IconClock,
  type TablerIcon,
} from "@tabler/icons-react";

/** What a state means for the reader; the colour follows, never alone. */
export type Mood = "good" | "waiting" | "bad" | "off";

const LOOKS: Record<Mood, { color: string; Icon: TablerIcon }> = {
  good: { color: "green", Icon: IconCircleCheck },
  waiting: { color: "yellow", Icon: IconClock },
  bad: { color: "red", Icon: IconAlertTriangle },
  off: { color: "gray", Icon: IconCircleOff },
};

/** A word with its icon: green = active, amber = waiting for a person, red = failed, grey = off. */
export function StateBadge({ mood, children }: { mood: Mood; children: string }) {
  const { color, Icon } = LOOKS[mood];
  return (
    <Badge color={color} size="lg" fz="xs" miw="max-content" leftSection={<Icon size={14} aria-hidden />}>
      {children}
    </Badge>
  );
}
