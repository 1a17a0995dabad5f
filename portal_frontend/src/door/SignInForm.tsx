import { Trans, useLingui } from "@lingui/react/macro";
import { FormShell } from "../forms/FormShell.tsx";
import { PasswordField } from "../forms/PasswordField.tsx";
import { SignInEmailField } from "../forms/SignInEmailField.tsx";
import { useSaveForm } from "../forms/useSaveForm.ts";
import { TextLink } from "../ui/links.tsx";

/** `signIn` goes through the door of its face; it throws an ApiError when refused. */
export function SignInForm({ signIn }: { signIn: (email: string, password: string) => Promise<void> }) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() ? null : t`Enter your e-mail address.`),
      password: (value) => (value ? null : t`Enter your password.`),
    },
    save: ({ email, password }) => signIn(email.trim(), password),
  });
  return (
    <FormShell form={form} submitLabel={t`Sign in`} fullWidth actions={<ForgotPassword />}>
      <SignInEmailField {...form.field("email")} />
      <PasswordField {...form.field("password")} />
    </FormShell>
  );
}

export function ForgotPassword() {
  return (
    <TextLink to="/recover" mx="auto" py="xs">
      <Trans>Forgot your password?</Trans>
    </TextLink>
  );
}
