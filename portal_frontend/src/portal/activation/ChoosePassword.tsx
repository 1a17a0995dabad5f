import { Trans, useLingui } from "@lingui/react/macro";
import { Stack, Text, TextInput, Title } from "@mantine/core";
import { FormShell } from "../../forms/FormShell.tsx";
import { NewPasswordField } from "../../forms/NewPasswordField.tsx";
import { useNewPasswordRule } from "../../forms/useNewPasswordRule.ts";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { type InvitationProps, useAccept } from "./useAccept.ts";

export function ChoosePassword({ token, firm, firstName, email }: InvitationProps) {
  const { t } = useLingui();
  const accept = useAccept(token);
  const form = useSaveForm({
    initialValues: { password: "" },
    validate: { password: useNewPasswordRule() },
    save: ({ password }) => accept(password),
  });
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={1}>{firstName ? <Trans>Welcome, {firstName}</Trans> : <Trans>Welcome</Trans>}</Title>
        <Text>
          <Trans>{firm} has opened a portal for you. Choose a password, and you are in.</Trans>
        </Text>
      </Stack>
      <FormShell form={form} submitLabel={t`Open my portal`} fullWidth>
        <TextInput
          label={t`E-mail address`}
          description={t`You will sign in with this address.`}
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          variant="filled"
        />
        <NewPasswordField label={t`Password`} about={[firstName, email]} {...form.field("password")} />
      </FormShell>
    </Stack>
  );
}
