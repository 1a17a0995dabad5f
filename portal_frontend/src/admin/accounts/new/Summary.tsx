import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { IconBell, IconBuilding, IconKey, IconMail, IconUser, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormats } from "../../../i18n/formats.ts";
import { type LinkDraft, nameOf } from "../../contacts/linkDraft.ts";
import { useAccountWords } from "../useAccountWords.ts";
import { type NewAccount, shownName } from "./newAccount.ts";
import classes from "./new.module.css";

/** What *Create* will do, while it is being filled in. */
export function Summary({ account }: { account: NewAccount }) {
  const { t } = useLingui();
  const words = useAccountWords();
  const contacts = account.contacts.filter((draft) => nameOf(draft) || draft.login);
  const invited = contacts.filter(({ login, linking, chosen }) => login && !(linking && chosen?.active));
  const told = contacts.filter(({ login, linking, chosen }) => login && linking && chosen?.active);
  const TypeIcon = account.type === "COMPANY" ? IconBuilding : IconUser;
  return (
    <Paper component="aside" className={classes.summary} aria-label={t`Summary`} p="md">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3">
            {shownName(account) || t`New account`}
          </Title>
          <Text size="sm" c="dimmed" className={classes.line}>
            <TypeIcon size={15} stroke={1.6} aria-hidden />
            {words.line(account)}
          </Text>
        </div>
        <Part icon={IconKey} title={t`Will be able to log in`}>
          <People of={contacts.filter(({ login }) => login)} none={t`Nobody yet. Turn on Login for a contact to open the portal.`} />
        </Part>
        {invited.length > 0 && (
          <Part icon={IconMail} title={t`Gets an invitation by e-mail`}>
            <People of={invited} />
            <Text size="xs" c="dimmed">
              <Trans>You see it before it goes out, and may skip it.</Trans>
            </Text>
          </Part>
        )}
        {told.length > 0 && (
          <Part icon={IconMail} title={t`Is told about the new access`}>
            <People of={told} />
          </Part>
        )}
        <Part icon={IconBell} title={t`Gets notices and e-mails about the account`}>
          <People of={contacts.filter(({ notify }) => notify)} none={t`Nobody`} />
        </Part>
      </Stack>
    </Paper>
  );
}

function Part({ icon: Icon, title, children }: { icon: TablerIcon; title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={500} className={classes.line}>
        <Icon size={15} stroke={1.6} aria-hidden />
        {title}
      </Text>
      <div className={classes.under}>{children}</div>
    </div>
  );
}

function People({ of, none }: { of: readonly LinkDraft[]; none?: string }) {
  const { t } = useLingui();
  const formats = useFormats();
  if (of.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  return <Text size="sm">{formats.list(of.map((draft) => nameOf(draft) || t`a contact without a name`))}</Text>;
}
