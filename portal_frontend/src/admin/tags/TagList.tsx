import { useLingui } from "@lingui/react/macro";
import { Text, Tooltip } from "@mantine/core";
import { useFormats } from "../../i18n/formats.ts";
import type { TagLookFragment } from "../generated/graphql";
import { TagBadge } from "./TagBadge.tsx";
import classes from "./tags.module.css";

interface TagListProps {
  tags: readonly TagLookFragment[];
  /** Where there is little room: so many, and how many more. */
  most?: number;
}

/** The tags of an account, by name. */
export function TagList({ tags, most = Number.POSITIVE_INFINITY }: TagListProps) {
  const { t } = useLingui();
  const formats = useFormats();
  const shown = tags.slice(0, most);
  const others = tags.slice(most);
  if (shown.length === 0) return null;
  return (
    <ul className={`${classes.tags} ${Number.isFinite(most) ? classes.short : ""}`} aria-label={t`Tags`}>
      {shown.map((tag) => (
        <li key={tag.id}>
          <TagBadge tag={tag} />
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <Tooltip label={formats.list(others.map(({ name }) => name))} multiline maw={320}>
            <Text span size="xs" c="dimmed">
              +{formats.number(others.length)}
            </Text>
          </Tooltip>
        </li>
      )}
    </ul>
  );
}
