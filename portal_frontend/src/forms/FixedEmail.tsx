import { useLingui } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";

/** The address a password belongs to: whole on every width, and known to password managers. */
export function FixedEmail({ email }: { email: string }) {
  const { t } = useLingui();
  return (
    <Stack gap={0}>
      <Text c="dimmed">{t`You will sign in with this address.`}</Text>
      <Text fw={500}>{email}</Text>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
    </Stack>
  );
}
