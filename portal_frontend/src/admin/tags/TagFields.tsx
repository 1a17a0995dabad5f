import { useLingui } from "@lingui/react/macro";
import { Text, TextInput } from "@mantine/core";
import type { FieldOf } from "../../forms/fields.ts";
import type { TagColor } from "../generated/graphql";
import { ColourChoice } from "./ColourChoice.tsx";
import { TagBadge } from "./TagBadge.tsx";

interface TagFieldsProps {
  field: FieldOf;
  values: { name: string; color: TagColor };
}

/** Name and colour of a tag, and how it will look. */
export function TagFields({ field, values }: TagFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextInput label={t`Name`} maxLength={40} autoComplete="off" data-autofocus {...field("name")} />
      <ColourChoice field={field} />
      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {t`How it looks`}
        </Text>
        <TagBadge tag={{ name: values.name.trim() || t`Name`, color: values.color }} />
      </div>
    </>
  );
}
