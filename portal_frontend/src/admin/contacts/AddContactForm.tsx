import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useSend } from "../../api/useSend.ts";
import type { FieldOf } from "../../forms/fields.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { countryOf } from "../../lib/countries.ts";
import { tell } from "../../ui/tell.tsx";
import type { AccountRecordFragment } from "../generated/graphql";
import type { Choice } from "../invitations/choice.ts";
import { InvitationDialog } from "../invitations/InvitationDialog.tsx";
import { useChoice } from "../invitations/useChoice.ts";
import { useCan, useViewer } from "../session/session.ts";
import { AddContactMutation } from "./documents.ts";
import { emptyLink, type LinkDraft, nameOf, problemsOf, recipientOf, toLinkInput } from "./linkDraft.ts";
import { LinkFields } from "./LinkFields.tsx";
import { useDraftWords } from "./useDraftWords.ts";

const SKIP: Choice = { send: false, message: null };

/** One more contact for an account: the same fields as in the wizard. */
export function AddContactForm({ account, onDone }: { account: AccountRecordFragment; onDone: () => void }) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const mayInvite = useCan("INVITE_CLIENTS");
  const send = useSend();
  const words = useDraftWords();
  const { ask, answer } = useChoice();
  const [message, setMessage] = useState("");
  const form = useSaveForm<{ contact: LinkDraft }>({
    initialValues: { contact: emptyLink(countryOf(firm)) },
    validate: ({ contact }) => problemsOf(contact, "contact", words),
    async save({ contact }) {
      const choice = contact.login && mayInvite ? await ask() : SKIP;
      if (!choice) return;
      await send(AddContactMutation, { input: { accountId: account.id, contact: toLinkInput(contact, choice) } });
      const name = nameOf(contact);
      tell(t`${name} is a contact of ${account.name} now.`);
      onDone();
    },
  });
  const { contact } = form.form.values;
  return (
    <>
      <FormShell
        form={form}
        submitLabel={t`Add contact`}
        actions={
          <Button variant="default" onClick={onDone}>
            {t`Cancel`}
          </Button>
        }
      >
        <LinkFields
          draft={contact}
          path="contact"
          field={form.field as FieldOf}
          set={form.form.setFieldValue as (path: string, value: unknown) => void}
          failure={form.failure}
          taken={account.contacts.map((link) => link.contact.id)}
        />
      </FormShell>
      <InvitationDialog
        opened={answer !== null}
        recipients={[recipientOf(contact)]}
        accountName={account.name}
        message={message}
        onMessage={setMessage}
        onChoose={async (choice) => answer?.(choice)}
        onClose={() => answer?.(null)}
      />
    </>
  );
}
