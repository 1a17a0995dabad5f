import { useLingui } from "@lingui/react/macro";
import { tell } from "../ui/tell.tsx";
import { FormShell } from "./FormShell.tsx";
import { NewPasswordField } from "./NewPasswordField.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { useNewPasswordRule } from "./useNewPasswordRule.ts";
import { useSaveForm } from "./useSaveForm.ts";

interface ChangePasswordFormProps {
  email: string;
  firstName: string;
  lastName: string;
  /** Throws an ApiError when refused. */
  change: (input: { current: string; new: string }) => Promise<unknown>;
}

/** One's own password (TEAM-7). */
export function ChangePasswordForm({ email, firstName, lastName, change }: ChangePasswordFormProps) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { current: "", new: "" },
    validate: {
      current: (value) => (value ? null : t`Enter your current password.`),
      new: useNewPasswordRule(),
    },
    async save(input) {
      await change(input);
      form.form.reset();
      tell(t`Your new password is set. You were signed out everywhere else.`);
    },
  });
  return (
    <FormShell form={form} submitLabel={t`Change the password`} name={t`Password`}>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label={t`Current password`} {...form.field("current")} />
      <NewPasswordField label={t`New password`} about={[firstName, lastName, email]} {...form.field("new")} />
    </FormShell>
  );
}
