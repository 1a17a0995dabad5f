import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { type ApiLanguage, fromApi, LANGUAGE_NAMES, LOCALES, toApi } from "../i18n/languages.ts";
import { useLanguage } from "../i18n/LanguageProvider.tsx";
import { tell } from "../ui/tell.tsx";
import { FormShell } from "./FormShell.tsx";
import { useSaveForm } from "./useSaveForm.ts";

interface Person extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  language: ApiLanguage;
}

interface PersonFormProps {
  person: Person;
  /** What the language is for. */
  languageHint: string;
  /** Throws an ApiError when refused. */
  save: (person: Person) => Promise<void>;
}

/** One's own names and language (TEAM-7). */
export function PersonForm({ person: { firstName, lastName, language }, languageHint, save }: PersonFormProps) {
  const { t } = useLingui();
  const { choose } = useLanguage();
  const form = useSaveForm<Person>({
    initialValues: { firstName, lastName, language },
    validate: {
      firstName: (value) => (value.trim() ? null : t`Enter your first name.`),
      lastName: (value) => (value.trim() ? null : t`Enter your last name.`),
    },
    async save(person) {
      await save(person);
      await choose(fromApi(person.language));
      form.form.resetDirty();
      tell(t`Your profile is saved.`);
    },
  });
  return (
    <FormShell form={form} submitLabel={t`Save`} name={t`Profile`}>
      <TextInput label={t`First name`} autoComplete="given-name" {...form.field("firstName")} />
      <TextInput label={t`Last name`} autoComplete="family-name" {...form.field("lastName")} />
      <NativeSelect
        label={t`Language`}
        description={languageHint}
        data={LOCALES.map((locale) => ({ value: toApi(locale), label: LANGUAGE_NAMES[locale] }))}
        {...form.field("language")}
      />
    </FormShell>
  );
}
