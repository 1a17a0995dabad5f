import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { fromApi, LANGUAGE_NAMES, LOCALES, toApi } from "../../i18n/languages.ts";
import { useLanguage } from "../../i18n/LanguageProvider.tsx";
import { tell } from "../../ui/tell.tsx";
import { useSession, useViewer } from "../session/session.ts";
import { UpdateProfileMutation } from "./documents.ts";

export function PersonForm() {
  const { t } = useLingui();
  const send = useSend();
  const { choose } = useLanguage();
  const { update } = useSession();
  const { firstName, lastName, language } = useViewer();
  const form = useSaveForm({
    initialValues: { firstName, lastName, language },
    validate: {
      firstName: (value) => (value.trim() ? null : t`Enter your first name.`),
      lastName: (value) => (value.trim() ? null : t`Enter your last name.`),
    },
    async save(input) {
      const { updateProfile } = await send(UpdateProfileMutation, { input });
      await choose(fromApi(input.language));
      update(updateProfile.viewer);
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
        description={t`For the portal and for the e-mails you receive.`}
        data={LOCALES.map((locale) => ({ value: toApi(locale), label: LANGUAGE_NAMES[locale] }))}
        {...form.field("language")}
      />
    </FormShell>
  );
}
