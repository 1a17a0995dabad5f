import { useLingui } from "@lingui/react/macro";
import { Paper, Stack, Title } from "@mantine/core";
import { useFormats } from "../../../i18n/formats.ts";
import { useCan, useViewer } from "../../session/session.ts";
import { useAccount } from "./AccountContext.ts";
import { EditableFacts } from "./EditableFacts.tsx";
import { ReadableFacts } from "./ReadableFacts.tsx";
import { ReadFact } from "./ReadFact.tsx";

/** What is known of the account. */
export function FactsCard() {
  const { t } = useLingui();
  const { account } = useAccount();
  const mayChange = useCan("MANAGE_ACCOUNTS") && account.lifecycle === "ACTIVE";
  const formats = useFormats(useViewer().firm.timeZone);
  return (
    <Paper p="md" component="section" aria-label={t`Facts`}>
      <Stack gap="xs">
        <Title order={2} size="h3">
          {t`Facts`}
        </Title>
        {mayChange ? <EditableFacts /> : <ReadableFacts />}
        <ReadFact
          label={t`In the register since`}
          value={formats.date(account.createdAt)}
          title={formats.dateTime(account.createdAt)}
        />
      </Stack>
    </Paper>
  );
}
