import { useLingui } from "@lingui/react/macro";
import { FixedEmail } from "../forms/FixedEmail.tsx";
import { FormShell } from "../forms/FormShell.tsx";
import { PasswordField } from "../forms/PasswordField.tsx";
import { useSaveForm } from "../forms/useSaveForm.ts";
import { ForgotPassword } from "./SignInForm.tsx";

/** The invited address has a login already: its password accepts the invitation. */
export function AcceptWithLogin({ email, accept }: { email: string; accept: (password: string) => Promise<void> }) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value ? null : t`Enter your password.`) },
    save: ({ password }) => accept(password),
  });
  return (
    <FormShell form={form} submitLabel={t`Sign in`} fullWidth actions={<ForgotPassword />}>
      <FixedEmail email={email} />
      <PasswordField {...form.field("password")} />
    </FormShell>
  );
}
