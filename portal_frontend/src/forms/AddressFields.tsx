import { useLingui } from "@lingui/react/macro";
import { Group, Select, Stack, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { useLanguage } from "../i18n/LanguageProvider.tsx";
import { countryOptions } from "../lib/countries.ts";
import type { FieldOf } from "./fields.ts";

/** Every part is there, so that inputs stay controlled; empty means none. */
export interface AddressValues {
  street: string;
  postalCode: string;
  city: string;
  region: string;
  country: string;
}

export const NO_ADDRESS: AddressValues = { street: "", postalCode: "", city: "", region: "", country: "" };

type Stored = { [Part in keyof AddressValues]?: string | null } | null | undefined;

export const toAddressValues = (address: Stored): AddressValues => ({
  street: address?.street ?? "",
  postalCode: address?.postalCode ?? "",
  city: address?.city ?? "",
  region: address?.region ?? "",
  country: address?.country ?? "",
});

/** The input of the API: null where nothing is filled in. */
export function fromAddressValues(values: AddressValues) {
  const parts = Object.entries(values).map(([part, text]) => [part, text.trim() || null] as const);
  return parts.some(([, text]) => text) ? (Object.fromEntries(parts) as Record<keyof AddressValues, string | null>) : null;
}

/** A postal address; `path` is where it stands in the form, such as `companyAddress`. */
export function AddressFields({ field, path }: { field: FieldOf; path: string }) {
  const { t } = useLingui();
  const { locale } = useLanguage();
  const countries = useMemo(() => countryOptions(locale), [locale]);
  return (
    <Stack gap="sm">
      <TextInput label={t`Street and number`} autoComplete="off" {...field(`${path}.street`)} />
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput label={t`Postal code`} autoComplete="off" maw={130} {...field(`${path}.postalCode`)} />
        <TextInput label={t`City`} autoComplete="off" flex={1} {...field(`${path}.city`)} />
      </Group>
      <Group gap="sm" align="flex-start" grow>
        <TextInput label={t`Region`} autoComplete="off" {...field(`${path}.region`)} />
        <Select
          label={t`Country`}
          data={countries}
          searchable
          clearable
          nothingFoundMessage={t`No such country`}
          clearButtonProps={{ "aria-label": t`No country` }}
          {...field(`${path}.country`)}
        />
      </Group>
    </Stack>
  );
}
