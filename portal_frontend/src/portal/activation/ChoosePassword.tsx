import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { DoorHeading } from "../../door/DoorHeading.tsx";
import { FixedEmail } from "../../forms/FixedEmail.tsx";
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
      <DoorHeading title={firstName ? t`Welcome, ${firstName}` : t`Welcome`}>
        <Trans>{firm} has opened a portal for you. Choose a password, and you are in.</Trans>
      </DoorHeading>
      <FormShell form={form} submitLabel={t`Open my portal`} fullWidth>
        <FixedEmail email={email} />
        <NewPasswordField label={t`Password`} about={[firstName, email]} {...form.field("password")} />
      </FormShell>
    </Stack>
  );
}
