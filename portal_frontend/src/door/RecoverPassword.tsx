import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { IconMailCheck } from "@tabler/icons-react";
import { useState } from "react";
import { FormShell } from "../forms/FormShell.tsx";
import { SignInEmailField } from "../forms/SignInEmailField.tsx";
import { useSaveForm } from "../forms/useSaveForm.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { LinkButton, TextLink } from "../ui/links.tsx";
import { DoorHeading } from "./DoorHeading.tsx";

/** Asks for a recovery link. The answer is the same for every address (INV-9). */
export function RecoverPassword({ ask }: { ask: (email: string) => Promise<unknown> }) {
  const [askedFor, setAskedFor] = useState<string | null>(null);
  return askedFor ? <LinkSent email={askedFor} /> : <RecoverForm ask={ask} onAsked={setAskedFor} />;
}

interface RecoverFormProps {
  ask: (email: string) => Promise<unknown>;
  onAsked: (email: string) => void;
}

function RecoverForm({ ask, onAsked }: RecoverFormProps) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { email: "" },
    validate: { email: (value) => (value.trim() ? null : t`Enter your e-mail address.`) },
    async save({ email }) {
      await ask(email.trim());
      onAsked(email.trim());
    },
  });
  return (
    <Stack gap="lg">
      <DoorHeading title={t`Recover your password`}>
        <Trans>Tell us the address you sign in with, and we will send you a link to choose a new password.</Trans>
      </DoorHeading>
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
        <SignInEmailField {...form.field("email")} />
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
