import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArchive, IconArchiveOff, IconArrowLeft } from "@tabler/icons-react";
import { useFormats } from "../../../i18n/formats.ts";
import { TextLink } from "../../../ui/links.tsx";
import { PageTitle } from "../../../ui/PageTitle.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { useCan, useViewer } from "../../session/session.ts";
import { ArchiveDialog } from "../ArchiveDialog.tsx";
import { STATUS_MOODS, useAccountWords } from "../useAccountWords.ts";
import { useRestore } from "../useRestore.ts";
import { useAccount } from "./AccountContext.ts";

/** Name, number and state, and what can be done with the whole account. */
export function AccountHeader() {
  const { t } = useLingui();
  const words = useAccountWords();
  const { account } = useAccount();
  const mayChange = useCan("MANAGE_ACCOUNTS");
  const [archiving, dialog] = useDisclosure(false);
  const isArchived = account.lifecycle === "ARCHIVED";
  return (
    <Stack gap="xs">
      <TextLink to="/accounts" size="sm" c="dimmed" display="inline-flex" style={{ alignItems: "center", gap: 4 }} w="fit-content">
        <IconArrowLeft size={16} stroke={1.6} aria-hidden />
        <Trans>Accounts</Trans>
      </TextLink>
      <PageTitle
        title={account.name}
        count={`#${account.number}`}
        tab={account.name}
        subtitle={
          <Group gap="xs" component="span">
            {words.line(account)}
            {!isArchived && (
              <StateBadge mood={STATUS_MOODS[account.portalStatus]}>{words.status[account.portalStatus]}</StateBadge>
            )}
          </Group>
        }
        actions={
          mayChange &&
          !isArchived && (
            <Button
              variant="default"
              leftSection={<IconArchive size={16} stroke={1.5} aria-hidden />}
              onClick={dialog.open}
            >
              {t`Archive…`}
            </Button>
          )
        }
      />
      {isArchived && <Archived mayChange={mayChange} />}
      <ArchiveDialog account={account} opened={archiving} onClose={dialog.close} />
    </Stack>
  );
}

function Archived({ mayChange }: { mayChange: boolean }) {
  const { account } = useAccount();
  const { firm } = useViewer();
  const formats = useFormats(firm.timeZone);
  const restore = useRestore();
  const since = account.archivedAt ? formats.date(account.archivedAt) : "";
  return (
    <Alert color="yellow" icon={<IconArchive aria-hidden />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          <Trans>Archived on {since}. Everything is kept; its contacts have no portal until it is restored.</Trans>
        </Text>
        {mayChange && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArchiveOff size={16} stroke={1.5} aria-hidden />}
            onClick={() => void restore(account)}
          >
            <Trans>Restore</Trans>
          </Button>
        )}
      </Group>
    </Alert>
  );
}
