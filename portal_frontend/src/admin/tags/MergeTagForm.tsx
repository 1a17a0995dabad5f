import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Select, Text } from "@mantine/core";
import { useRead } from "../../api/useRead.ts";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { tell } from "../../ui/tell.tsx";
import type { TagRowFragment } from "../generated/graphql";
import { MergeTagsMutation, TagChoiceQuery } from "./documents.ts";
import { TagBadge } from "./TagBadge.tsx";

interface MergeTagFormProps {
  tag: TagRowFragment;
  onDone: (merged: boolean) => void;
}

/** Puts another tag where this one was; this one is gone. */
export function MergeTagForm({ tag, onDone }: MergeTagFormProps) {
  const { t } = useLingui();
  const send = useSend();
  const { data } = useRead(TagChoiceQuery, {});
  const others = (data?.tags.nodes ?? []).filter(({ id }) => id !== tag.id);
  const { name: gone } = tag;
  const form = useSaveForm({
    initialValues: { intoId: null as string | null },
    validate: { intoId: (value) => (value ? null : t`Choose the tag that stays.`) },
    async save({ intoId }) {
      if (!intoId) return;
      const { mergeTags } = await send(MergeTagsMutation, { input: { id: tag.id, intoId } });
      const { name } = mergeTags.tag;
      tell(t`${gone} is now ${name}.`);
      onDone(true);
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`Merge`}
      danger
      actions={
        <Button variant="default" onClick={() => onDone(false)}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Text size="sm">
        <Plural
          value={tag.accountCount}
          _0="No account carries this tag; it is deleted."
          one="# account carries this tag. It gets the one you choose, and this tag is deleted."
          other="# accounts carry this tag. They get the one you choose, and this tag is deleted."
        />
      </Text>
      <Select
        label={t`The tag that stays`}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        renderOption={({ option }) => {
          const other = others.find(({ id }) => id === option.value);
          return other ? <TagBadge tag={other} /> : option.label;
        }}
        searchable
        nothingFoundMessage={t`No such tag`}
        data-autofocus
        {...form.field("intoId")}
      />
      <Text size="sm" c="dimmed">
        <Trans>This cannot be undone.</Trans>
      </Text>
    </FormShell>
  );
}
