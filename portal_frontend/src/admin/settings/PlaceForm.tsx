import { useLingui } from "@lingui/react/macro";
import { NativeSelect, Select } from "@mantine/core";
import { useMemo } from "react";
import { FormShell } from "../../forms/FormShell.tsx";
import { LANGUAGE_NAMES, LOCALES, toApi } from "../../i18n/languages.ts";
import { useLanguage } from "../../i18n/LanguageProvider.tsx";
import type { FirmSettingsFragment } from "../generated/graphql";
import { timeZones } from "./timeZones.ts";
import { type FirmFormProps, useFirmForm } from "./useFirmForm.ts";

const read = ({ language, timeZone }: FirmSettingsFragment) => ({ language, timeZone });

export function PlaceForm(props: FirmFormProps) {
  const { t } = useLingui();
  const { locale } = useLanguage();
  const { timeZone } = props.firm;
  const zones = useMemo(() => timeZones(locale, timeZone), [locale, timeZone]);
  const form = useFirmForm({ ...props, read, write: (changes) => changes });
  return (
    <FormShell form={form} submitLabel={t`Save`} name={t`Language and time`}>
      <NativeSelect
        label={t`Language`}
        data={LOCALES.map((each) => ({ value: toApi(each), label: LANGUAGE_NAMES[each] }))}
        {...form.field("language")}
      />
      <Select
        label={t`Time zone`}
        data={zones}
        searchable
        allowDeselect={false}
        limit={60}
        nothingFoundMessage={t`No such time zone`}
        {...form.field("timeZone")}
      />
    </FormShell>
  );
}
