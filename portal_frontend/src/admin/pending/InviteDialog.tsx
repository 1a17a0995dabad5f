import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Text, Textarea } from "@mantine/core";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { useFormats } from "../../i18n/formats.ts";
import { tell } from "../../ui/tell.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { type InviteFailure, useInvite } from "./useInvite.ts";

interface InviteDialogProps {
  /** Nobody closes the dialog. */
  people: PendingPersonFragment[];
  onClose: () => void;
  onDone: (failures: InviteFailure[]) => void;
}

/** Invites one or many, with a personal message to all of them. */
export function InviteDialog({ people, onClose, onDone }: InviteDialogProps) {
  const { t } = useLingui();
  const name = people[0]?.contact.name ?? "";
  const count = people.length;
  return (
    <Modal
      opened={count > 0}
      onClose={onClose}
      title={count === 1 ? t`Invite ${name}` : t`${plural(count, { one: "Invite # person", other: "Invite # people" })}`}
    >
      <InviteForm people={people} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function InviteForm({ people, onClose, onDone }: InviteDialogProps) {
  const { t } = useLingui();
  const { list } = useFormats();
  const invite = useInvite();
  const names = list(people.slice(0, 3).map(({ contact }) => contact.name));
  const others = people.length - 3;
  const form = useSaveForm({
    initialValues: { message: "" },
    async save({ message }) {
      const { invited, failures } = await invite(people.map(({ id }) => id), message);
      if (invited > 0) {
        tell(t`${plural(invited, { one: "The invitation is on its way.", other: "# invitations are on their way." })}`);
      }
      onDone(failures);
      onClose();
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`${plural(people.length, { one: "Send invitation", other: "Send # invitations" })}`}
      actions={
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Text size="sm">
        {others > 0 ? (
          <Trans>
            {names} and {others} more get an e-mail with a fresh link. Links sent earlier stop working.
          </Trans>
        ) : (
          <Trans>{names}: an e-mail with a fresh link goes out. Links sent earlier stop working.</Trans>
        )}
      </Text>
      <Textarea
        label={t`Personal message`}
        description={t`Optional; it stands in the e-mail above the link.`}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        {...form.field("message")}
      />
    </FormShell>
  );
}
