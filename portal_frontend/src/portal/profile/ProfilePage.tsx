import { useLingui } from "@lingui/react/macro";
import { Paper, Stack, Title } from "@mantine/core";
import { PageTitle } from "../../ui/PageTitle.tsx";
import { useViewer } from "../session/session.ts";
import classes from "../shell/shell.module.css";
import { PasswordForm } from "./PasswordForm.tsx";
import { PersonForm } from "./PersonForm.tsx";

export function ProfilePage() {
  const { t } = useLingui();
  const { email } = useViewer();
  return (
    <main id="main" className={classes.page}>
      <Stack gap="lg" maw={560} mx="auto">
        <PageTitle title={t`Profile`} subtitle={email} />
        <Paper p="lg">
          <PersonForm />
        </Paper>
        <Paper p="lg">
          <Stack gap="md">
            <Title order={2}>{t`Password`}</Title>
            <PasswordForm />
          </Stack>
        </Paper>
      </Stack>
    </main>
  );
}
