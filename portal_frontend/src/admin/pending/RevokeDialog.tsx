import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { Text } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { ConfirmDialog } from "../../forms/ConfirmDialog.tsx";
import { useLast } from "../../lib/useLast.ts";
import { tell } from "../../ui/tell.tsx";
import type { PendingPersonFragment } from "../generated/graphql";
import { RevokeMutation } from "./documents.ts";

interface RevokeDialogProps {
  /** Those whose invitation is open; null closes the dialog. */
  people: PendingPersonFragment[] | null;
  onClose: () => void;
  onDone: () => void;
}

/** Makes the links of open invitations useless. */
export function RevokeDialog({ people, onClose, onDone }: RevokeDialogProps) {
  const { t } = useLingui();
  const send = useSend();
  const shown = useLast(people) ?? [];
  const name = shown[0]?.contact.name ?? "";
  const count = shown.length;
  const revoke = async () => {
    try {
      for (const { invitation } of shown) {
        // One after the other: the first refusal ends it.
        // oxlint-disable-next-line no-await-in-loop
        if (invitation) await send(RevokeMutation, { input: { id: invitation.id } });
      }
    } finally {
      onDone();
    }
    tell(t`${plural(count, { one: "The invitation is withdrawn.", other: "# invitations are withdrawn." })}`);
  };
  return (
    <ConfirmDialog
      opened={people !== null}
      onClose={onClose}
      title={count === 1 ? t`Withdraw the invitation of ${name}?` : t`Withdraw ${count} invitations?`}
      confirmLabel={t`Withdraw`}
      run={revoke}
      danger
    >
      <Text size="sm">
        <Plural
          value={count}
          one="The link in the e-mail stops working at once. You can invite this person again at any time."
          other="The links in the e-mails stop working at once. You can invite these people again at any time."
        />
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>The login stays on, so they remain on this list.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
