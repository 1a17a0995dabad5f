import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { PageTitle } from "../../ui/PageTitle.tsx";
import { useViewer } from "../session/session.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { PersonForm } from "./PersonForm.tsx";
import { SchemeChoice } from "./SchemeChoice.tsx";

/** One's own name, language and password (TEAM-7). */
export function ProfilePage() {
  const { t } = useLingui();
  const { email } = useViewer();
  return (
    <Stack gap="md" maw={560}>
      <PageTitle title={t`Your profile`} subtitle={email} />
      <Paper p={{ base: "md", sm: "lg" }}>
        <PersonForm />
      </Paper>
      <Paper p={{ base: "md", sm: "lg" }}>
        <Stack gap="md">
          <Title order={2}>
            <Trans>Password</Trans>
          </Title>
          <PasswordForm />
        </Stack>
      </Paper>
      <Paper p={{ base: "md", sm: "lg" }}>
        <Stack gap="sm">
          <div>
            <Title order={2}>
              <Trans>Light or dark</Trans>
            </Title>
            <Text size="sm" c="dimmed">
              <Trans>Holds on this device.</Trans>
            </Text>
          </div>
          <SchemeChoice />
        </Stack>
      </Paper>
    </Stack>
  );
}
