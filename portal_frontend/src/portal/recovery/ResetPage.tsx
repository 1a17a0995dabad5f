import { Trans, useLingui } from "@lingui/react/macro";
import { Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconClockOff } from "@tabler/icons-react";
import { useState } from "react";
import { type Send, useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { NewPasswordField } from "../../forms/NewPasswordField.tsx";
import { useNewPasswordRule } from "../../forms/useNewPasswordRule.ts";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { forgetLinkToken, linkToken } from "../../lib/linkToken.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { SkeletonPage } from "../../ui/skeletons.tsx";
import { DoorLayout } from "../shell/DoorLayout.tsx";
import { useOpenedLink } from "../shell/useOpenedLink.ts";
import { OpenRecoveryMutation, ResetPasswordMutation } from "./documents.ts";

async function openLink(send: Send, token: string) {
  if (!token) return { state: "UNKNOWN" as const, email: null };
  return (await send(OpenRecoveryMutation, { input: { token } })).openRecovery;
}

/** Chooses a new password behind a recovery link; signs in nobody. */
export function ResetPage() {
  const { t } = useLingui();
  const [token] = useState(() => linkToken("/recover/reset") ?? "");
  const [done, setDone] = useState(false);
  useTabTitle(t`Choose a new password`);
  return <DoorLayout>{done ? <PasswordChosen /> : <Reset token={token} onDone={() => setDone(true)} />}</DoorLayout>;
}

function Reset({ token, onDone }: { token: string; onDone: () => void }) {
  const { page, error, again } = useOpenedLink(token, openLink);
  if (error) return <ErrorState order={1} error={error} again={again} />;
  if (!page) return <SkeletonPage />;
  if (page.state !== "VALID") return <DeadRecovery />;
  return <ResetForm token={token} email={page.email ?? ""} onDone={onDone} />;
}

function ResetForm({ token, email, onDone }: { token: string; email: string; onDone: () => void }) {
  const { t } = useLingui();
  const send = useSend();
  const form = useSaveForm({
    initialValues: { password: "" },
    validate: { password: useNewPasswordRule() },
    async save({ password }) {
      await send(ResetPasswordMutation, { input: { token, password } });
      forgetLinkToken("/recover/reset");
      onDone();
    },
  });
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={1}>
          <Trans>Choose a new password</Trans>
        </Title>
        <Text c="dimmed">
          <Trans>You will be signed out everywhere else.</Trans>
        </Text>
      </Stack>
      <FormShell form={form} submitLabel={t`Save the new password`} fullWidth>
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordField label={t`New password`} about={[email]} {...form.field("password")} />
      </FormShell>
    </Stack>
  );
}

function PasswordChosen() {
  const { t } = useLingui();
  return (
    <EmptyState
      order={1}
      icon={IconCircleCheck}
      title={t`Your new password is set`}
      action={
        <LinkButton to="/signin" mt="xs">
          <Trans>Sign in</Trans>
        </LinkButton>
      }
    >
      <Trans>Please sign in with it now.</Trans>
    </EmptyState>
  );
}

function DeadRecovery() {
  const { t } = useLingui();
  return (
    <EmptyState
      order={1}
      icon={IconClockOff}
      title={t`This link no longer works`}
      action={
        <LinkButton to="/recover" mt="xs">
          <Trans>Ask for a new link</Trans>
        </LinkButton>
      }
    >
      <Trans>Recovery links work once and for one hour. A new one takes only a moment.</Trans>
    </EmptyState>
  );
}
