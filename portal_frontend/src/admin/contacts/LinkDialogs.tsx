import { Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { ApiError } from "../../api/errors.ts";
import { useSend } from "../../api/useSend.ts";
import { ConfirmDialog } from "../../forms/ConfirmDialog.tsx";
import { SideSheet } from "../../forms/SideSheet.tsx";
import { tell } from "../../ui/tell.tsx";
import type { AccountRecordFragment, LinkFragment } from "../generated/graphql";
import type { Choice, Recipient } from "../invitations/choice.ts";
import { InviteAgainMutation, WithdrawInvitationMutation } from "../invitations/documents.ts";
import { InvitationDialog } from "../invitations/InvitationDialog.tsx";
import { EditContactForm } from "./EditContactForm.tsx";
import { RemoveContactMutation } from "./documents.ts";

export type LinkDialog = "EDIT" | "INVITE" | "LOGIN_OFF" | "LOGIN_ON" | "UNLINK" | "WITHDRAW";

interface LinkDialogsProps {
  dialog: LinkDialog | null;
  link: LinkFragment;
  account: AccountRecordFragment;
  again: () => void;
  turnOn: (choice: Choice) => Promise<void>;
  turnOff: () => Promise<void>;
  onClose: () => void;
}

/** What is asked before something happens to a person of the account. */
export function LinkDialogs({ dialog, link, account, again, turnOn, turnOff, onClose }: LinkDialogsProps) {
  const { t } = useLingui();
  const send = useSend();
  const { contact, invitation } = link;
  const { name } = contact;
  const recipients: Recipient[] = [
    { firstName: contact.firstName, name, email: contact.email ?? "", language: contact.language ?? null, active: contact.active },
  ];

  const inviteAgain = async ({ message }: Choice) => {
    const { invite } = await send(InviteAgainMutation, { input: { ids: [link.id], message } });
    const [failure] = invite.failures;
    if (failure) throw new ApiError("INVITE_FAILED", failure.message);
    onClose();
    tell(t`The invitation to ${name} is on its way.`);
  };
  const withdraw = async () => {
    if (invitation) await send(WithdrawInvitationMutation, { input: { id: invitation.id } });
    again();
    tell(t`The invitation to ${name} no longer works.`);
  };
  const unlink = async () => {
    await send(RemoveContactMutation, { input: { id: link.id } });
    again();
    tell(t`${name} is no contact of ${account.name} any more.`);
  };

  return (
    <>
      <InvitationDialog
        opened={dialog === "LOGIN_ON"}
        recipients={recipients}
        accountName={account.name}
        onChoose={turnOn}
        onClose={onClose}
      />
      <InvitationDialog
        opened={dialog === "INVITE"}
        recipients={recipients}
        accountName={account.name}
        skipLabel={null}
        onChoose={inviteAgain}
        onClose={onClose}
      />
      <ConfirmDialog
        opened={dialog === "LOGIN_OFF"}
        onClose={onClose}
        title={t`Turn off the login of ${name}?`}
        confirmLabel={t`Turn login off`}
        danger
        run={turnOff}
      >
        <Text size="sm">
          <Trans>
            {name} loses the portal of {account.name} at once, also where the page is open right now. An invitation that
            waits only for this account stops working.
          </Trans>
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>Other accounts are not touched, and you can turn the login on again at any time.</Trans>
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "WITHDRAW"}
        onClose={onClose}
        title={t`Withdraw the invitation to ${name}?`}
        confirmLabel={t`Withdraw invitation`}
        danger
        run={withdraw}
      >
        <Text size="sm">
          <Trans>The link in the e-mail stops working at once. Login stays on; you can invite again at any time.</Trans>
        </Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === "UNLINK"}
        onClose={onClose}
        title={t`Remove ${name} from ${account.name}?`}
        confirmLabel={t`Remove from account`}
        danger
        run={unlink}
      >
        <Text size="sm">
          <Trans>
            {name} loses the portal of this account at once and gets no more e-mails about it. Toggles and rights are
            lost.
          </Trans>
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>The person stays among the contacts of the firm and can be linked again.</Trans>
        </Text>
      </ConfirmDialog>
      <SideSheet opened={dialog === "EDIT"} onClose={onClose} title={t`Edit contact`}>
        <EditContactForm link={link} again={again} onDone={onClose} />
      </SideSheet>
    </>
  );
}
