import { useLingui } from "@lingui/react/macro";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { NewPasswordField } from "../../forms/NewPasswordField.tsx";
import { useNewPasswordRule } from "../../forms/useNewPasswordRule.ts";
import { PasswordField } from "../../forms/PasswordField.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { tell } from "../../ui/tell.tsx";
import { useViewer } from "../session/session.ts";
import { ChangePasswordMutation } from "./documents.ts";

export function PasswordForm() {
  const { t } = useLingui();
  const send = useSend();
  const { firstName, lastName, email } = useViewer();
  const form = useSaveForm({
    initialValues: { current: "", new: "" },
    validate: {
      current: (value) => (value ? null : t`Enter your current password.`),
      new: useNewPasswordRule(),
    },
    async save(input) {
      await send(ChangePasswordMutation, { input });
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
