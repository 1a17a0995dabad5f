import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { tell } from "../../ui/tell.tsx";
import type { TagColor } from "../generated/graphql";
import { CreateTagMutation } from "./documents.ts";
import { atName } from "./nameTaken.ts";
import { TagFields } from "./TagFields.tsx";

interface NewTagFormProps {
  /** The colour to begin with. */
  color: TagColor;
  onDone: (made: boolean) => void;
}

export function NewTagForm({ color, onDone }: NewTagFormProps) {
  const { t } = useLingui();
  const send = useSend();
  const form = useSaveForm({
    initialValues: { name: "", color },
    validate: { name: (value) => (value.trim() ? null : t`Enter a name.`) },
    async save(input) {
      const { createTag } = await send(CreateTagMutation, { input }).catch((thrown: unknown) => {
        throw atName(thrown);
      });
      const { name } = createTag.tag;
      tell(t`The tag ${name} is there.`);
      onDone(true);
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`Create tag`}
      actions={
        <Button variant="default" onClick={() => onDone(false)}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <TagFields field={form.field} values={form.form.values} />
    </FormShell>
  );
}
