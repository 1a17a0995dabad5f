import { Trans, useLingui } from "@lingui/react/macro";
import { IconClockOff, IconMailCheck } from "@tabler/icons-react";
import { useState } from "react";
import { FormShell } from "../forms/FormShell.tsx";
import { useSaveForm } from "../forms/useSaveForm.ts";
import { EmptyState } from "../ui/EmptyState.tsx";

/** Offers a fresh link, mailed to the invited address, whoever asks. */
export function ExpiredInvitation({ askForFresh }: { askForFresh: () => Promise<unknown> }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  const form = useSaveForm({
    initialValues: {},
    async save() {
      await askForFresh();
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
