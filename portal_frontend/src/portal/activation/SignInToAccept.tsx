import { Trans, useLingui } from "@lingui/react/macro";
import { PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { TextLink } from "../../ui/links.tsx";
import { type InvitationProps, useAccept } from "./useAccept.ts";

/** The invited address has a login already: its password accepts the invitation. */
export function SignInToAccept({ token, firm, firstName, email }: InvitationProps) {
  const { t } = useLingui();
  const accept = useAccept(token);
  const form = useSaveForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value ? null : t`Enter your password.`) },
    save: ({ password }) => accept(password),
  });
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={1}>{firstName ? <Trans>Welcome, {firstName}</Trans> : <Trans>Welcome</Trans>}</Title>
        <Text>
          <Trans>
            {firm} has opened a portal for you. You already have a login with this address, so sign in with its
            password.
          </Trans>
        </Text>
      </Stack>
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
          label={t`E-mail address`}
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          variant="filled"
        />
        <PasswordInput
          label={t`Password`}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": t`Show or hide the password` }}
          {...form.field("password")}
        />
      </FormShell>
    </Stack>
  );
}
