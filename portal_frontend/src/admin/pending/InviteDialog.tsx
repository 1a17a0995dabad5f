import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLast } from "../../lib/useLast.ts";
import { tell } from "../../ui/tell.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import type { Recipient } from "../invitations/choice.ts";
import { InvitationDialog } from "../invitations/InvitationDialog.tsx";
import { type InviteFailure, useInvite } from "./useInvite.ts";

interface InviteDialogProps {
  /** Null closes the dialog. */
  people: PendingPersonFragment[] | null;
  onClose: () => void;
  onDone: (failures: InviteFailure[]) => void;
}

const asRecipient = ({ contact, account }: PendingPersonFragment): Recipient => ({
  firstName: contact.firstName,
  name: contact.name,
  email: contact.email ?? "",
  language: contact.language,
  active: false,
  accountName: account.name,
});

/** Invites one or many, with a personal message to all of them. */
export function InviteDialog({ people, onClose, onDone }: InviteDialogProps) {
  const { t } = useLingui();
  const invite = useInvite();
  const shown = useLast(people) ?? [];
  return (
    <InvitationDialog
      opened={people !== null}
      onClose={onClose}
      recipients={shown.map(asRecipient)}
      accountName={shown[0]?.account.name ?? ""}
      skipLabel={null}
      onChoose={async ({ message }) => {
        const { invited, failures } = await invite(shown.map(({ id }) => id), message);
        if (invited > 0) {
          tell(t`${plural(invited, { one: "The invitation is on its way.", other: "# invitations are on their way." })}`);
        }
        onClose();
        onDone(failures);
      }}
    />
  );
}
