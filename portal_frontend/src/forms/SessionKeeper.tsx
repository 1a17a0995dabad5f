import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Stack, Text } from "@mantine/core";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { type Reauthenticate, ReauthenticateContext } from "../api/reauthenticate.ts";
import { FormShell } from "./FormShell.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { useSaveForm } from "./useSaveForm.ts";

interface SessionKeeperProps {
  email: string;
  /** Signs the same person in again; throws an ApiError when refused. */
  signIn: (password: string) => Promise<void>;
  /** Leaves for the sign-in page. */
  leave: () => void;
  children: ReactNode;
}

/** When a session ends while somebody is typing, asks for the password over the page instead of leaving it. */
export function SessionKeeper({ email, signIn, leave, children }: SessionKeeperProps) {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((again: boolean) => void)[]>([]);

  const reauthenticate = useCallback<Reauthenticate>(() => {
    setAsking(true);
    return new Promise((resolve) => waiting.current.push(resolve));
  }, []);

  const settle = useCallback((again: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(again);
    setAsking(false);
  }, []);

  return (
    <>
      <ReauthenticateContext value={reauthenticate}>{children}</ReauthenticateContext>
      <ReauthenticateContext value={null}>
        <PasswordDialog opened={asking} email={email} signIn={signIn} settle={settle} leave={leave} />
      </ReauthenticateContext>
    </>
  );
}

interface PasswordDialogProps extends Omit<SessionKeeperProps, "children"> {
  opened: boolean;
  settle: (again: boolean) => void;
}

function PasswordDialog({ opened, settle, ...rest }: PasswordDialogProps) {
  const { t } = useLingui();
  return (
    <Modal opened={opened} onClose={() => settle(false)} title={t`Please sign in again`} closeOnClickOutside={false}>
      <PasswordForm settle={settle} {...rest} />
    </Modal>
  );
}

function PasswordForm({ email, signIn, settle, leave }: Omit<PasswordDialogProps, "opened">) {
  const { t } = useLingui();
  const form = useSaveForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value ? null : t`Enter your password.`) },
    async save({ password }) {
      await signIn(password);
      settle(true);
    },
  });
  const toSignIn = () => {
    settle(false);
    leave();
  };
  return (
    <FormShell
      form={form}
      submitLabel={t`Continue`}
      actions={
        <Button variant="subtle" onClick={toSignIn}>
          <Trans>Go to the sign-in page</Trans>
        </Button>
      }
    >
      <Stack gap="xs">
        <Text>
          <Trans>Your session has ended. What you typed is still here; enter your password to go on.</Trans>
        </Text>
        <Text c="dimmed" size="sm">
          {email}
        </Text>
      </Stack>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField data-autofocus {...form.field("password")} />
    </FormShell>
  );
}
