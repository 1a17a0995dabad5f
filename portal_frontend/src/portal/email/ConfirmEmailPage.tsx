import { Trans, useLingui } from "@lingui/react/macro";
import { Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconLinkOff } from "@tabler/icons-react";
import { useState } from "react";
import { type Send, useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { PasswordField } from "../../forms/PasswordField.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { forgetLinkToken, linkToken } from "../../lib/linkToken.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { DoorSkeleton } from "../../door/DoorSkeleton.tsx";
import { useOpenedLink } from "../../door/useOpenedLink.ts";
import { ConfirmEmailMutation, OpenEmailConfirmationMutation } from "./documents.ts";

async function openLink(send: Send, token: string) {
  if (!token) return { state: "UNKNOWN" as const, email: null };
  return (await send(OpenEmailConfirmationMutation, { input: { token } })).openEmailConfirmation;
}

/** A new address becomes the login only when its owner confirms it with the password (CON-9). */
export function ConfirmEmailPage() {
  const { t } = useLingui();
  const [token] = useState(() => linkToken("/confirm-email") ?? "");
  const [confirmed, setConfirmed] = useState<string | null>(null);
  useTabTitle(t`Confirm your new address`);
  return (
    <DoorLayout>
      {confirmed ? <Confirmed email={confirmed} /> : <Confirmation token={token} onConfirmed={setConfirmed} />}
    </DoorLayout>
  );
}

function Confirmation({ token, onConfirmed }: { token: string; onConfirmed: (email: string) => void }) {
  const { page, error, again } = useOpenedLink(token, openLink);
  if (error) return <ErrorState order={1} error={error} again={again} />;
  if (!page) return <DoorSkeleton />;
  if (page.state !== "VALID") return <DeadConfirmation used={page.state === "USED"} />;
  return <ConfirmForm token={token} email={page.email ?? ""} onConfirmed={onConfirmed} />;
}

interface ConfirmFormProps {
  token: string;
  email: string;
  onConfirmed: (email: string) => void;
}

function ConfirmForm({ token, email, onConfirmed }: ConfirmFormProps) {
  const { t } = useLingui();
  const send = useSend();
  const form = useSaveForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value ? null : t`Enter your password.`) },
    async save({ password }) {
      await send(ConfirmEmailMutation, { input: { token, password } });
      forgetLinkToken("/confirm-email");
      onConfirmed(email);
    },
  });
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={1}>
          <Trans>Confirm your new address</Trans>
        </Title>
        <Text>
          <Trans>From now on you will sign in with {email}. Enter your password to confirm that it is you.</Trans>
        </Text>
      </Stack>
      <FormShell form={form} submitLabel={t`Confirm the address`} fullWidth>
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField {...form.field("password")} />
      </FormShell>
    </Stack>
  );
}

function Confirmed({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <EmptyState
      order={1}
      icon={IconCircleCheck}
      title={t`Your new address is confirmed`}
      action={
        <LinkButton to="/" mt="xs">
          <Trans>Go to my portal</Trans>
        </LinkButton>
      }
    >
      <Trans>Please sign in with {email} from now on.</Trans>
    </EmptyState>
  );
}

function DeadConfirmation({ used }: { used: boolean }) {
  const { t } = useLingui();
  return (
    <EmptyState
      order={1}
      icon={used ? IconCircleCheck : IconLinkOff}
      title={used ? t`This address is already confirmed` : t`This link no longer works`}
      action={
        <LinkButton to="/" mt="xs">
          <Trans>Go to my portal</Trans>
        </LinkButton>
      }
    >
      {used ? (
        <Trans>There is nothing left to do.</Trans>
      ) : (
        <Trans>It may have expired, or a newer one was sent. Your firm can send you another.</Trans>
      )}
    </EmptyState>
  );
}
