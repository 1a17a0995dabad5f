import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { LANGUAGE_NAMES, fromApi } from "../../i18n/languages.ts";
import { formatPhone } from "../../lib/phone.ts";
import { tell, warn } from "../../ui/tell.tsx";
import type { ToggleName } from "../../ui/toggles.tsx";
import type { AccountRecordFragment, LinkFragment } from "../generated/graphql";
import type { Choice } from "../invitations/choice.ts";
import { useCan } from "../session/session.ts";
import { AccessIcons } from "./AccessIcons.tsx";
import { AccessSwitches } from "./AccessSwitches.tsx";
import { type LinkDialog, LinkDialogs } from "./LinkDialogs.tsx";
import { LinkMenu } from "./LinkMenu.tsx";
import { PortalState } from "./PortalState.tsx";
import { useAccess } from "./useAccess.ts";

interface LinkCardProps {
  link: LinkFragment;
  account: AccountRecordFragment;
  again: () => void;
  readOnly: boolean;
}

/** One person of the account: how to reach them, what they may do, and where they stand with the portal. */
export function LinkCard({ link, account, again, readOnly }: LinkCardProps) {
  const { t } = useLingui();
  const { contact } = link;
  const mayInvite = useCan("INVITE_CLIENTS");
  const { shown, change, toggle } = useAccess(link);
  const [dialog, setDialog] = useState<LinkDialog | null>(null);

  const onToggle = (name: ToggleName, on: boolean) => {
    if (name !== "login") toggle({ [name]: on });
    else if (!on) setDialog("LOGIN_OFF");
    else if (!contact.email) {
      warn(t`A login needs an e-mail address. Please add it first.`);
      setDialog("EDIT");
    } else if (mayInvite) setDialog("LOGIN_ON");
    else toggle({ login: true });
  };
  const turnOn = async (choice: Choice) => {
    await change({ login: true }, choice);
    setDialog(null);
    tell(choice.send ? t`${contact.name} may log in and will hear of it by e-mail.` : t`${contact.name} may log in.`);
  };
  const turnOff = async () => {
    await change({ login: false });
    tell(t`${contact.name} has no portal of this account any more.`);
  };

  return (
    <Paper p="md" component="article" aria-label={contact.name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={3}>{contact.name}</Title>
            <Reach link={link} />
          </div>
          {!readOnly && <LinkMenu name={contact.name} link={link} onChoose={setDialog} mayInvite={mayInvite} />}
        </Group>
        {readOnly ? (
          <AccessIcons access={shown} />
        ) : (
          <AccessSwitches
            name={contact.name}
            access={shown}
            onToggle={onToggle}
            onRight={(right, on) => toggle({ [right]: on })}
          />
        )}
        <PortalState link={link} onInvite={!readOnly && mayInvite && link.login ? () => setDialog("INVITE") : undefined} />
      </Stack>
      <LinkDialogs
        dialog={dialog}
        link={link}
        account={account}
        again={again}
        turnOn={turnOn}
        turnOff={turnOff}
        onClose={() => setDialog(null)}
      />
    </Paper>
  );
}

function Reach({ link: { contact } }: { link: LinkFragment }) {
  const { email, pendingEmail, phone, language } = contact;
  return (
    <>
      <Group gap="xs" component="span">
        {email ? (
          <Anchor href={`mailto:${email}`} size="sm">
            {email}
          </Anchor>
        ) : (
          <Text span size="sm" c="dimmed">
            <Trans>no e-mail address</Trans>
          </Text>
        )}
        {phone && (
          <Anchor href={`tel:${phone}`} size="sm" className="tabular">
            {formatPhone(phone)}
          </Anchor>
        )}
        {language && (
          <Text span size="sm" c="dimmed">
            {LANGUAGE_NAMES[fromApi(language)]}
          </Text>
        )}
      </Group>
      {pendingEmail && (
        <Text size="sm" c="var(--mantine-color-yellow-text)">
          <Trans>New address {pendingEmail}: waits until it is confirmed.</Trans>
        </Text>
      )}
    </>
  );
}
