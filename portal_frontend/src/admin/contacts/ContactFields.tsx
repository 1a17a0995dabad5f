import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Collapse, Group, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { AddressFields } from "../../forms/AddressFields.tsx";
import type { FieldOf } from "../../forms/fields.ts";
import { PhoneField } from "../../forms/PhoneField.tsx";
import { LANGUAGE_NAMES, LOCALES, toApi } from "../../i18n/languages.ts";
import type { ContactValues } from "./linkDraft.ts";

const languages = LOCALES.map((locale) => ({ value: toApi(locale), label: LANGUAGE_NAMES[locale] }));

interface ContactFieldsProps {
  field: FieldOf;
  set: (path: string, value: unknown) => void;
  /** Where the person stands in the form, such as `contacts.0.contact`; empty for a form of the person alone. */
  path: string;
  /** Below the e-mail address: what it is needed for, or what can be done about a taken one. */
  emailHint?: ReactNode;
  addressOpen?: boolean;
}

/** The facts of a person. */
export function ContactFields({ field, set, path, emailHint, addressOpen = false }: ContactFieldsProps) {
  const { t } = useLingui();
  const [open, { toggle }] = useDisclosure(addressOpen);
  const at = (name: keyof ContactValues) => (path ? `${path}.${name}` : name);
  const phone = field(at("phone"));
  const country = field(at("phoneCountry"));
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Group gap="sm" align="flex-start" grow>
        <TextInput label={t`First name`} autoComplete="off" withAsterisk {...field(at("firstName"))} />
        <TextInput label={t`Last name`} autoComplete="off" withAsterisk {...field(at("lastName"))} />
      </Group>
      <TextInput
        type="email"
        label={t`E-mail address`}
        autoComplete="off"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        {...field(at("email"))}
      />
      {emailHint}
      <PhoneField
        {...phone}
        autoComplete="off"
        value={String(phone.value ?? "")}
        country={String(country.value ?? "")}
        onChange={(next) => set(at("phone"), next)}
        onCountryChange={(next) => set(at("phoneCountry"), next)}
      />
      <Select
        label={t`Language`}
        description={t`The portal and its e-mails speak it.`}
        placeholder={t`As the firm`}
        data={languages}
        clearable
        clearButtonProps={{ "aria-label": t`As the firm` }}
        {...field(at("language"))}
      />
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Chevron size={16} aria-hidden />}
          aria-expanded={open}
          onClick={toggle}
        >
          <Trans>Postal address</Trans>
        </Button>
        <Collapse expanded={open}>
          <div style={{ paddingTop: 12 }}>
            <AddressFields field={field} path={at("address")} />
          </div>
        </Collapse>
      </div>
    </>
  );
}
