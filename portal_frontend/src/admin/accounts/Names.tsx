import { Text, Tooltip } from "@mantine/core";
import { useFormats } from "../../i18n/formats.ts";

/** The first name and how many more; all of them on hovering. */
export function Names({ names }: { names: string[] }) {
  const formats = useFormats();
  const [first, ...others] = names;
  if (!first) return <Text span size="sm" c="dimmed">{"–"}</Text>;
  if (others.length === 0) return <Text span size="sm">{first}</Text>;
  return (
    <Tooltip label={formats.list(names)} multiline maw={320}>
      <Text span size="sm">
        {first}
        {"\u00a0"}
        <Text span size="sm" c="dimmed">
          +{formats.number(others.length)}
        </Text>
      </Text>
    </Tooltip>
  );
}
