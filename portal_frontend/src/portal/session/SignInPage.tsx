import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { Navigate, useRouter, useSearch } from "@tanstack/react-router";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { TextLink } from "../../ui/links.tsx";
import { useLook } from "../../ui/LookProvider.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { DoorLayout } from "../shell/DoorLayout.tsx";
import { SignInMutation } from "./documents.ts";
import { useSession } from "./session.ts";

export function SignInPage() {
  const { t } = useLingui();
  const { viewer, ended } = useSession();
  const { look } = useLook();
  const { next } = useSearch({ from: "/signin" });
  useTabTitle(t`Sign in`);
  if (viewer) return <Navigate to={next ?? "/"} replace />;
  return (
    <DoorLayout>
      <Stack gap="lg">
        <Stack gap={4}>
          <Title order={1}>
            <Trans>Sign in</Trans>
          </Title>
          <Text c="dimmed">
            {look ? <Trans>to your portal at {look.name}</Trans> : <Trans>to your portal</Trans>}
          </Text>
        </Stack>
        {ended && <SessionEnded />}
        <SignInForm />
      </Stack>
    </DoorLayout>
  );
}

function SessionEnded() {
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
      <Trans>You have been signed out. Please sign in again; if that does not work, your firm can help you.</Trans>
    </Alert>
  );
}

function SignInForm() {
  const { t } = useLingui();
  const send = useSend();
  const router = useRouter();
  const { begin } = useSession();
  const { next } = useSearch({ from: "/signin" });
  const form = useSaveForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() ? null : t`Enter your e-mail address.`),
      password: (value) => (value ? null : t`Enter your password.`),
    },
    async save({ email, password }) {
      const { signIn } = await send(SignInMutation, { input: { email: email.trim(), password, door: "PORTAL" } });
      begin(signIn.viewer);
      await router.navigate({ to: next ?? "/", replace: true });
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`Sign in`}
      fullWidth
      actions={
        <TextLink to="/recover" mx="auto" py="xs">
          <Trans>Forgot your password?</Trans>
        </TextLink>
      }
    >
      <TextInput
        type="email"
        label={t`E-mail address`}
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        {...form.field("email")}
      />
      <PasswordInput
        label={t`Password`}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
        {...form.field("password")}
      />
    </FormShell>
  );
}
