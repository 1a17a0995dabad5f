import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { IconCircleCheck, IconClockOff } from "@tabler/icons-react";
import { useState } from "react";
import { type Send, useSend } from "../api/useSend.ts";
import { FormShell } from "../forms/FormShell.tsx";
import { NewPasswordField } from "../forms/NewPasswordField.tsx";
import { useNewPasswordRule } from "../forms/useNewPasswordRule.ts";
import { useSaveForm } from "../forms/useSaveForm.ts";
import { forgetLinkToken, linkToken } from "../lib/linkToken.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { LinkButton } from "../ui/links.tsx";
import { DoorHeading } from "./DoorHeading.tsx";
import { DoorSkeleton } from "./DoorSkeleton.tsx";
import { useOpenedLink } from "./useOpenedLink.ts";

interface ResetPasswordProps {
  /** The path of the page, under which the link's token was put aside. */
  page: string;
  /** What the link leads to; a function of its module. */
  open: (send: Send, token: string) => Promise<{ state: string; email: string | null }>;
  reset: (send: Send, token: string, password: string) => Promise<unknown>;
}

/** Chooses a new password behind a recovery link; signs in nobody. */
export function ResetPassword({ page: path, open, reset }: ResetPasswordProps) {
  const send = useSend();
  const [token] = useState(() => linkToken(path) ?? "");
  const [done, setDone] = useState(false);
  const { page, error, again } = useOpenedLink(token, open);
  const choose = async (password: string) => {
    await reset(send, token, password);
    forgetLinkToken(path);
    setDone(true);
  };
  if (done) return <PasswordChosen />;
  if (error) return <ErrorState order={1} error={error} again={again} />;
  if (!page) return <DoorSkeleton />;
  if (page.state !== "VALID") return <DeadRecovery />;
  return <ResetForm email={page.email ?? ""} choose={choose} />;
}

function ResetForm({ email, choose }: { email: string; choose: (password: string) => Promise<void> }) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { password: "" },
    validate: { password: useNewPasswordRule() },
    save: ({ password }) => choose(password),
  });
  return (
    <Stack gap="lg">
      <DoorHeading title={t`Choose a new password`}>
        <Trans>You will be signed out everywhere else.</Trans>
      </DoorHeading>
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
