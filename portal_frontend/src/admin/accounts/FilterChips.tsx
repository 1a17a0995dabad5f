import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useRead } from "../../api/useRead.ts";
import classes from "./accounts.module.css";
import { useFilters } from "./AccountFilters.tsx";
import { StaffChoiceQuery } from "./documents.ts";
import { TagChoiceQuery } from "../tags/documents.ts";
import { useAccountsSearch } from "./useAccountsSearch.ts";

interface FilterChip {
  key: string;
  words: string;
  remove: () => void;
}

/** What the list is narrowed to; each chip takes one filter away. */
export function FilterChips() {
  const { t } = useLingui();
  const { search, change, clear } = useAccountsSearch();
  const filters = useFilters();
  const { data } = useRead(StaffChoiceQuery, {}, { pause: !search.staff });
  const tags = useRead(TagChoiceQuery, {}, { pause: !search.tag });
  const chips: FilterChip[] = filters.flatMap(({ name, label, options }) =>
    options
      .filter(({ value }) => (search[name] as string[] | undefined)?.includes(value))
      .map((option) => ({
        key: `${name} ${option.value}`,
        words: `${label}: ${option.label}`,
        remove: () => change({ [name]: (search[name] as string[]).filter((value) => value !== option.value) as never }),
      })),
  );
  const colleague = data?.staff.nodes.find(({ id }) => id === search.staff);
  if (search.staff) {
    const who = colleague?.name ?? "…";
    chips.push({ key: "staff", words: t`Staff: ${who}`, remove: () => change({ staff: undefined }) });
  }
  const tagged = {
    any: (name: string) => t`Tag: ${name}`,
    all: (name: string) => t`With tag: ${name}`,
    none: (name: string) => t`Without tag: ${name}`,
  };
  for (const id of search.tag ?? []) {
    const name = tags.data?.tags.nodes.find((tag) => tag.id === id)?.name ?? "…";
    chips.push({
      key: id,
      words: tagged[search.tagged ?? "any"](name),
      remove: () => change({ tag: search.tag?.filter((other) => other !== id) }),
    });
  }
  if (chips.length === 0) return null;
  return (
    <Group gap={6} className={classes.chips}>
      {chips.map(({ key, words, remove }) => (
        <Button
          key={key}
          size="compact-sm"
          variant="light"
          fw={500}
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t`Remove filter: ${words}`}
          onClick={remove}
        >
          {words}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
        <Trans>Clear all</Trans>
      </Button>
    </Group>
  );
}
