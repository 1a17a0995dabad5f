import { useLingui } from "@lingui/react/macro";
import { type ComboboxItem, Group, MultiSelect, type MultiSelectProps, Pill } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useRead } from "../../api/useRead.ts";
import { useFormats } from "../../i18n/formats.ts";
import type { TagLookFragment } from "../generated/graphql";
import { useCan } from "../session/session.ts";
import { TagChoiceQuery } from "./documents.ts";
import { called, matching } from "./findTags.ts";
import { TagBadge } from "./TagBadge.tsx";
import { colourOf } from "./tagColours.ts";
import classes from "./tags.module.css";
import { useCreateTag } from "./useCreateTag.ts";

const NEW = "new";
const LONGEST_NAME = 40;
const MOST = 50;

interface TagsFieldProps extends Omit<MultiSelectProps, "data" | "value" | "onChange" | "filter"> {
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** Tags that are known to the page, so that they show at once. */
  known?: readonly TagLookFragment[];
  /** Offers to make a tag of what was typed. */
  creates?: boolean;
}

/** Chooses tags by their names; a name that is none yet can become one on the spot (TEAM-8). */
export function TagsField({ value = [], onChange = () => {}, known = [], creates = false, ...input }: TagsFieldProps) {
  const { t } = useLingui();
  const mayCreate = useCan("MANAGE_ACCOUNTS") && creates;
  const create = useCreateTag();
  const formats = useFormats();
  const [typed, setTyped] = useState("");
  const [made, setMade] = useState<TagLookFragment[]>([]);
  const { data, again } = useRead(TagChoiceQuery, {});
  const byId = new Map([...known, ...made, ...(data?.tags.nodes ?? [])].map((tag) => [tag.id, tag]));
  const tags = [...byId.values()].toSorted((one, other) => formats.compare(one.name, other.name));
  const name = typed.trim();
  const offersNew = mayCreate && name !== "" && name.length <= LONGEST_NAME && !called(tags, name);

  const choose = async (chosen: string[]) => {
    if (!chosen.includes(NEW)) {
      onChange(chosen);
      return;
    }
    const tag = await create(name, tags);
    again();
    if (!tag) return;
    setMade((before) => [...before, tag]);
    onChange([...value, tag.id]);
  };

  return (
    <MultiSelect
      data={[
        ...tags.map(({ id, name: label }) => ({ value: id, label })),
        ...(offersNew ? [{ value: NEW, label: t`Create “${name}”` }] : []),
      ]}
      value={value}
      onChange={(chosen) => void choose(chosen)}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options, search }) => {
        const items = options as ComboboxItem[];
        const found = matching(items.filter((item) => item.value !== NEW).map((item) => ({ ...item, name: item.label })), search);
        return [...found, ...items.filter((item) => item.value === NEW)];
      }}
      hidePickedOptions
      maxValues={MOST}
      nothingFoundMessage={name === "" ? undefined : t`No such tag`}
      {...(mayCreate && value.length === 0 && { placeholder: t`Choose, or type a new one` })}
      renderOption={({ option }) => {
        const tag = byId.get(option.value);
        if (tag) return <TagBadge tag={tag} />;
        return (
          <Group gap={6} wrap="nowrap">
            <IconPlus size={16} stroke={1.6} aria-hidden />
            {option.label}
          </Group>
        );
      }}
      renderPill={({ option, value: id, onRemove, disabled }) => (
        <Pill
          className={`${classes.colour} ${classes.pill}`}
          style={colourOf(byId.get(id ?? "")?.color ?? "GRAY")}
          withRemoveButton={!disabled}
          onRemove={onRemove}
        >
          {byId.get(id ?? "")?.name ?? option?.label ?? "…"}
        </Pill>
      )}
      {...input}
    />
  );
}
