import { Trans, useLingui } from "@lingui/react/macro";
import { IconClockOff, IconMailCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useSend } from "../../api/useSend.ts";
import { FormShell } from "../../forms/FormShell.tsx";
import { useSaveForm } from "../../forms/useSaveForm.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FreshInvitationMutation } from "./documents.ts";

/** Mails a fresh link to the invited address, whoever asks. */
export function ExpiredLink({ token }: { token: string }) {
  const { t } = useLingui();
  const send = useSend();
  const [asked, setAsked] = useState(false);
  const form = useSaveForm({
    initialValues: {},
    async save() {
      await send(FreshInvitationMutation, { input: { token } });
      setAsked(true);
    },
  });
  if (asked) {
    return (
      <EmptyState order={1} icon={IconMailCheck} title={t`A fresh link is on its way`}>
        <Trans>
          It goes to the address that was invited, usually within a minute. If you do not see it, please look in the
          spam folder.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      order={1}
      icon={IconClockOff}
      title={t`This link has expired`}
      action={<FormShell form={form} submitLabel={t`Send me a fresh link`}>{null}</FormShell>}
    >
      <Trans>For your safety, links work for a limited time. We can send a fresh one to the address that was invited.</Trans>
    </EmptyState>
  );
}
