import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { ConfirmDialog } from "../../forms/ConfirmDialog.tsx";
import { useLast } from "../../lib/useLast.ts";
import { tell } from "../../ui/tell.tsx";
import type { TagRowFragment } from "../generated/graphql";
import { DeleteTagMutation } from "./documents.ts";

interface DeleteTagDialogProps {
  /** Null closes the dialog. */
  tag: TagRowFragment | null;
  onClose: () => void;
  onDone: () => void;
}

/** Says how many accounts lose the tag; where there are any, asks for its name. */
export function DeleteTagDialog({ tag, onClose, onDone }: DeleteTagDialogProps) {
  const { t } = useLingui();
  const send = useSend();
  const shown = useLast(tag);
  const name = shown?.name ?? "";
  const count = shown?.accountCount ?? 0;
  const remove = async () => {
    if (!tag) return;
    await send(DeleteTagMutation, { input: { id: tag.id } });
    tell(t`The tag ${name} is deleted.`);
    onDone();
  };
  return (
    <ConfirmDialog
      opened={tag !== null}
      onClose={onClose}
      title={t`Delete the tag ${name}?`}
      confirmLabel={t`Delete`}
      {...(count > 0 && { nameToType: name })}
      run={remove}
      danger
    >
      <Text size="sm">
        <Plural
          value={count}
          _0="No account carries it."
          one="It is taken from # account, which stays as it is otherwise."
          other="It is taken from # accounts, which stay as they are otherwise."
        />
      </Text>
      {count > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>This cannot be undone. To keep the accounts together, merge the tag into another one instead.</Trans>
        </Text>
      )}
    </ConfirmDialog>
  );
}
