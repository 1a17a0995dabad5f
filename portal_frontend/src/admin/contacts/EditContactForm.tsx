import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useSend } from "../../api/useSend.ts";
import type { FieldOf } from "../../forms/fields.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useVersionedForm } from "../../forms/useVersionedForm.ts";
import { countryOf } from "../../lib/countries.ts";
import { tell } from "../../ui/tell.tsx";
import type { LinkFragment } from "../generated/graphql";
import { useViewer } from "../session/session.ts";
import { ContactFields } from "./ContactFields.tsx";
import { toContactChanges, toContactValues } from "./contactValues.ts";
import { UpdateContactMutation } from "./documents.ts";
import { useDraftWords } from "./useDraftWords.ts";

interface EditContactFormProps {
  link: LinkFragment;
  /** Reads everything anew, after somebody else changed it. */
  again: () => void;
  onDone: () => void;
}

/** The facts of a person, the same in all their accounts. */
export function EditContactForm({ link, again, onDone }: EditContactFormProps) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const send = useSend();
  const words = useDraftWords();
  const { contact } = link;
  const country = countryOf(firm);
  const before = toContactValues(contact, country);
  const form = useVersionedForm({
    current: { version: contact.version, values: before },
    reload: again,
    validate: {
      firstName: (value: string) => (value.trim() ? null : words.name),
      lastName: (value: string) => (value.trim() ? null : words.name),
    },
    async send(version, changes) {
      const input = { id: contact.id, version, ...toContactChanges(changes, before) };
      const { contact: saved } = (await send(UpdateContactMutation, { input })).updateContact;
      const waits = changes.email !== undefined && saved.pendingEmail === changes.email.trim();
      tell(waits ? t`Saved. ${saved.name} confirms the new address first.` : t`Saved.`);
      onDone();
      return { version: saved.version, values: toContactValues(saved, country) };
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`Save contact`}
      actions={
        <Button variant="default" onClick={onDone}>
          {t`Cancel`}
        </Button>
      }
    >
      {contact.accounts.length > 1 && (
        <Text size="sm" c="dimmed">
          <Plural
            value={contact.accounts.length}
            one="This person belongs to # account; changes show there too."
            other="This person belongs to # accounts; changes show in all of them."
          />
        </Text>
      )}
      <ContactFields
        field={form.field as FieldOf}
        set={form.form.setFieldValue as (path: string, value: unknown) => void}
        path=""
        addressOpen={Boolean(contact.address)}
        emailHint={form.form.values.email.trim() !== before.email && <EmailChange link={link} />}
      />
    </FormShell>
  );
}

/** What a new address brings about (CON-9). */
function EmailChange({ link: { contact, portalAccess } }: { link: LinkFragment }) {
  if (!contact.active && portalAccess !== "PENDING") return null;
  return (
    <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
      <Text size="sm">
        {contact.active ? (
          <Trans>{contact.name} uses the portal. The new address counts as soon as they confirm it by e-mail.</Trans>
        ) : (
          <Trans>The invitation sent to the old address stops working; a new one goes to the new address.</Trans>
        )}
      </Text>
    </Alert>
  );
}
