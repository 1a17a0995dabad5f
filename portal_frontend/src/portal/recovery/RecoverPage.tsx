import { Trans, useLingui } from "@lingui/react/macro";
import { Stack, Text, TextInput, Title } from "@mantine/core";
import { IconMailCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { DoorLayout } from "../shell/DoorLayout.tsx";
import { RequestRecoveryMutation } from "./documents.ts";

/** Asks for a recovery link. The answer is the same for every address (INV-9). */
export function RecoverPage() {
  const { t } = useLingui();
  const [askedFor, setAskedFor] = useState<string | null>(null);
  useTabTitle(t`Recover your password`);
  return (
    <DoorLayout>{askedFor ? <LinkSent email={askedFor} /> : <RecoverForm onAsked={setAskedFor} />}</DoorLayout>
  );
}

function RecoverForm({ onAsked }: { onAsked: (email: string) => void }) {
  const { t } = useLingui();
  const send = useSend();
  const form = useSaveForm({
    initialValues: { email: "" },
    validate: { email: (value) => (value.trim() ? null : t`Enter your e-mail address.`) },
    async save({ email }) {
      await send(RequestRecoveryMutation, { input: { email: email.trim(), door: "PORTAL" } });
      onAsked(email.trim());
    },
  });
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={1}>
          <Trans>Recover your password</Trans>
        </Title>
        <Text c="dimmed">
          <Trans>Tell us the address you sign in with, and we will send you a link to choose a new password.</Trans>
        </Text>
      </Stack>
      <FormShell
        form={form}
        submitLabel={t`Send me the link`}
        fullWidth
        actions={
          <TextLink to="/signin" mx="auto" py="xs">
            <Trans>Back to sign-in</Trans>
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
      </FormShell>
    </Stack>
  );
}

function LinkSent({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <EmptyState
      order={1}
      icon={IconMailCheck}
      title={t`Please look in your inbox`}
      action={
        <LinkButton to="/signin" variant="default" mt="xs">
          <Trans>Back to sign-in</Trans>
        </LinkButton>
      }
    >
      <Trans>
        If {email} has a login here, a link is on its way. It works once, for one hour. If you do not see it, please
        look in the spam folder.
      </Trans>
    </EmptyState>
  );
}
