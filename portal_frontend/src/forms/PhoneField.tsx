import { useLingui } from "@lingui/react/macro";
import { Group, Select, TextInput, type TextInputProps } from "@mantine/core";
import { useMemo } from "react";
import { useLanguage } from "../i18n/LanguageProvider.tsx";
import { dialCountries, typedPhone } from "../lib/phone.ts";

interface PhoneFieldProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  country: string;
  onChange: (phone: string) => void;
  onCountryChange: (country: string) => void;
}

/** A phone number with the country that gives its dial code. */
export function PhoneField({ value, country, onChange, onCountryChange, label, ...input }: PhoneFieldProps) {
  const { t } = useLingui();
  const { locale } = useLanguage();
  const countries = useMemo(
    () => dialCountries(locale).map(({ country: code, dial, name }) => ({ value: code, label: `${name} ${dial}` })),
    [locale],
  );
  return (
    <Group gap="xs" align="flex-start">
      <Select
        label={t`Country of the phone`}
        data={countries}
        value={country}
        onChange={(next) => next && onCountryChange(next)}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t`No such country`}
        flex="1 1 9.5rem"
      />
      <TextInput
        type="tel"
        flex="2 1 10rem"
        autoComplete="tel-national"
        label={label ?? t`Phone`}
        value={value}
        onChange={(event) => onChange(typedPhone(event.currentTarget.value, country))}
        {...input}
      />
    </Group>
  );
}
