import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Chip, Group, Popover, SegmentedControl, Select, Stack } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useRead } from "../../api/useRead.ts";
import { FieldGroup } from "../../forms/FieldGroup.tsx";
import { CATEGORIES, type FilterName, STAGES, STATUSES, TAGGED, TYPES } from "./accountsSearch.ts";
import { StaffChoiceQuery } from "./documents.ts";
import { TagsField } from "../tags/TagsField.tsx";
import { useAccountsSearch } from "./useAccountsSearch.ts";
import { optionsOf, useAccountWords } from "./useAccountWords.ts";

/** Every filter of the list with its name and its options. */
export function useFilters() {
  const { t } = useLingui();
  const words = useAccountWords();
  return [
    { name: "type", label: t`Type`, options: optionsOf(TYPES, words.type) },
    { name: "category", label: t`Category`, options: optionsOf(CATEGORIES, words.category) },
    { name: "stage", label: t`Stage`, options: optionsOf(STAGES, words.stage) },
    { name: "status", label: t`Portal`, options: optionsOf(STATUSES, words.status) },
  ] satisfies { name: FilterName; label: string; options: { value: string; label: string }[] }[];
}

export function AccountFilters() {
  return (
    <Popover position="bottom-start" width="min(360px, 100vw - 3rem)" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={16} stroke={1.6} aria-hidden />}>
          <Trans>Filter</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Choices />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices() {
  const { t } = useLingui();
  const { search, change } = useAccountsSearch();
  const words = useAccountWords();
  const filters = useFilters();
  const { data } = useRead(StaffChoiceQuery, {});
  return (
    <Stack gap="sm">
      {filters.map(({ name, label, options }) => (
        <FieldGroup key={name} label={label}>
          <Chip.Group
            multiple
            value={(search[name] ?? []) as string[]}
            onChange={(values) => change({ [name]: values as never })}
          >
            <Group gap={6}>
              {options.map((option) => (
                <Chip key={option.value} value={option.value} size="xs" radius="sm" variant="outline">
                  {option.label}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </FieldGroup>
      ))}
      <Select
        label={t`Staff member`}
        placeholder={t`Anybody`}
        data={(data?.staff.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={search.staff ?? null}
        onChange={(staff) => change({ staff: staff ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t`Anybody` }}
      />
      <TagsField label={t`Tags`} value={search.tag ?? []} onChange={(tag) => change({ tag })} />
      {(search.tag?.length ?? 0) > 0 && (
        <SegmentedControl
          size="xs"
          aria-label={t`How the tags are meant`}
          data={optionsOf(TAGGED, words.tagged)}
          value={search.tagged ?? "any"}
          onChange={(tagged) => change({ tagged: tagged as never })}
        />
      )}
    </Stack>
  );
}
