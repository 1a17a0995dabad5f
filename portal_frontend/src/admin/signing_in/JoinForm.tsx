import { useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { FormShell } from "../../forms/FormShell.tsx";
import { NewPasswordField } from "../../forms/NewPasswordField.tsx";
import { SignInEmailField } from "../../forms/SignInEmailField.tsx";
import { useNewPasswordRule } from "../../forms/useNewPasswordRule.ts";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import type { Joining } from "./useJoin.ts";

interface JoinFormProps {
  firstName: string;
  lastName: string;
  email: string;
  join: (joining: Joining) => Promise<void>;
}

/** A colleague without a login: checks the names and chooses a password. */
export function JoinForm({ firstName, lastName, email, join }: JoinFormProps) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { firstName, lastName, password: "" },
    validate: {
      firstName: (value) => (value.trim() ? null : t`Enter your first name.`),
      lastName: (value) => (value.trim() ? null : t`Enter your last name.`),
      password: useNewPasswordRule(),
    },
    save: join,
  });
  const about = [form.form.values.firstName, form.form.values.lastName, email];
  return (
    <FormShell form={form} submitLabel={t`Join`} fullWidth>
      <SignInEmailField
        description={t`You will sign in with this address.`}
        value={email}
        readOnly
        variant="filled"
      />
      <TextInput label={t`First name`} autoComplete="given-name" {...form.field("firstName")} />
      <TextInput label={t`Last name`} autoComplete="family-name" {...form.field("lastName")} />
      <NewPasswordField label={t`Password`} about={about} {...form.field("password")} />
    </FormShell>
  );
}
