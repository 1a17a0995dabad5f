import { useLingui } from "@lingui/react/macro";
import { Group, TextInput } from "@mantine/core";
import { AddressFields, fromAddressValues, toAddressValues } from "../../forms/AddressFields.tsx";
import { FormShell } from "../../forms/FormShell.tsx";
import { formatPhone } from "../../lib/phone.ts";
import type { FirmSettingsFragment } from "../generated/graphql";
import { type FirmFormProps, useFirmForm } from "./useFirmForm.ts";

const read = ({ name, email, phone, website, address }: FirmSettingsFragment) => ({
  name,
  email: email ?? "",
  phone: phone ? formatPhone(phone) : "",
  website: website ?? "",
  address: toAddressValues(address),
});

type Values = ReturnType<typeof read>;

const write = ({ address, ...texts }: Partial<Values>) => ({
  ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim() || null])),
  ...(address && { address: fromAddressValues(address) }),
});

/** Who the firm is, and how it is reached. */
export function FirmForm(props: FirmFormProps) {
  const { t } = useLingui();
  const form = useFirmForm({
    ...props,
    read,
    write,
    validate: { name: (value) => (value.trim() ? null : t`Enter the name of the firm.`) },
  });
  return (
    <FormShell form={form} submitLabel={t`Save`} name={t`The firm`}>
      <TextInput
        label={t`Name`}
        description={t`Also the sender of every e-mail.`}
        autoComplete="organization"
        {...form.field("name")}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput type="email" label={t`E-mail address`} miw={200} autoComplete="off" {...form.field("email")} />
        <TextInput type="tel" label={t`Phone`} miw={200} autoComplete="off" {...form.field("phone")} />
      </Group>
      <TextInput type="url" label={t`Website`} autoComplete="off" {...form.field("website")} />
      <AddressFields field={form.field} path="address" />
    </FormShell>
  );
}
