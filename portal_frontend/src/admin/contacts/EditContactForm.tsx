import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useSend } from "../../api/useSend.ts";
import { fromAddressValues, toAddressValues } from "../../forms/AddressFields.tsx";
import type { FieldOf } from "../../forms/fields.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { countryOf } from "../../lib/countries.ts";
import { formatPhone } from "../../lib/phone.ts";
import { tell } from "../../ui/tell.tsx";
import type { LinkFragment } from "../generated/graphql";
import { useViewer } from "../session/session.ts";
import { ContactFields } from "./ContactFields.tsx";
import { UpdateContactMutation } from "./documents.ts";
import type { ContactValues } from "./linkDraft.ts";
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
  const before = contact.email ?? "";
  const form = useSaveForm<{ contact: ContactValues }>({
    initialValues: {
      contact: {
        firstName: contact.firstName,
        lastName: contact.lastName,
        email: before,
        phone: contact.phone ? formatPhone(contact.phone) : "",
        phoneCountry: contact.phoneCountry ?? countryOf(firm),
        language: contact.language ?? null,
        address: toAddressValues(contact.address),
      },
    },
    validate: ({ contact: { firstName, lastName } }) => ({
      ...(!firstName.trim() && { "contact.firstName": words.name }),
      ...(!lastName.trim() && { "contact.lastName": words.name }),
    }),
    pathOf: (field) => `contact.${field}`,
    async save({ contact: values }) {
      const email = values.email.trim();
      const phone = values.phone.trim();
      const { updateContact } = await send(UpdateContactMutation, {
        input: {
          id: contact.id,
          version: contact.version,
          firstName: values.firstName.trim(),
          lastName: values.lastName.trim(),
          phone: phone || null,
          phoneCountry: phone ? values.phoneCountry : null,
          language: values.language,
          address: fromAddressValues(values.address),
          ...(email !== before && { email: email || null }),
        },
      });
      const { pendingEmail, name } = updateContact.contact;
      tell(pendingEmail && email === pendingEmail ? t`Saved. ${name} confirms the new address first.` : t`Saved.`);
      onDone();
    },
  });
  const typed = form.form.values.contact.email.trim();
  const reload = () => {
    again();
    onDone();
  };
  return (
    <FormShell
      form={form}
      submitLabel={t`Save contact`}
      actions={
        <>
          <Button variant="default" onClick={onDone}>
            {t`Cancel`}
          </Button>
          {form.failure?.code === "STALE" && (
            <Button variant="light" onClick={reload}>
              {t`Reload`}
            </Button>
          )}
        </>
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
        path="contact"
        addressOpen={Boolean(contact.address)}
        emailHint={typed !== before && <EmailChange link={link} />}
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
