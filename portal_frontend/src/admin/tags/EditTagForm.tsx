import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useVersionedForm } from "../../forms/useVersionedForm.ts";
import { tell } from "../../ui/tell.tsx";
import type { TagRowFragment } from "../generated/graphql";
import { UpdateTagMutation } from "./documents.ts";
import { atName } from "./nameTaken.ts";
import { TagFields } from "./TagFields.tsx";

interface EditTagFormProps {
  tag: TagRowFragment;
  reload: () => void;
  onDone: () => void;
}

const versioned = ({ version, name, color }: TagRowFragment) => ({ version, values: { name, color } });

/** Renames a tag or gives it another colour, on every account that carries it. */
export function EditTagForm({ tag, reload, onDone }: EditTagFormProps) {
  const { t } = useLingui();
  const send = useSend();
  const form = useVersionedForm({
    current: versioned(tag),
    reload,
    validate: { name: (value) => (value.trim() ? null : t`Enter a name.`) },
    async send(version, changes) {
      const { updateTag } = await send(UpdateTagMutation, { input: { id: tag.id, version, ...changes } }).catch(
        (thrown: unknown) => {
          throw atName(thrown);
        },
      );
      const { name } = updateTag.tag;
      tell(t`The tag ${name} is saved.`);
      onDone();
      return versioned(updateTag.tag);
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`Save`}
      actions={
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <TagFields field={form.field} values={form.form.values} />
    </FormShell>
  );
}
