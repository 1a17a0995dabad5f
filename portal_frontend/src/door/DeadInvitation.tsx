import { Trans, useLingui } from "@lingui/react/macro";
import { IconCircleCheck, IconLinkOff, IconLock, IconMailForward } from "@tabler/icons-react";
import { EmptyState } from "../ui/EmptyState.tsx";
import { LinkButton } from "../ui/links.tsx";
import { ExpiredInvitation } from "./ExpiredInvitation.tsx";

interface DeadInvitationProps {
  state: "EXPIRED" | "REVOKED" | "SUPERSEDED" | "UNKNOWN" | "USED";
  /** What the reader has already, when the link was used. */
  usedTitle: string;
  /** Mails a fresh link to the invited address. */
  askForFresh: () => Promise<unknown>;
}

/** A page for each way an invitation can be dead; none tells whose it was (INV-3). */
export function DeadInvitation({ state, usedTitle, askForFresh }: DeadInvitationProps) {
  const { t } = useLingui();
  switch (state) {
    case "EXPIRED":
      return <ExpiredInvitation askForFresh={askForFresh} />;
    case "USED":
      return (
        <EmptyState order={1} icon={IconCircleCheck} title={usedTitle} action={<SignInButton />}>
          <Trans>This link has done its work. Please sign in with your e-mail address and your password.</Trans>
        </EmptyState>
      );
    case "SUPERSEDED":
      return (
        <EmptyState order={1} icon={IconMailForward} title={t`There is a newer link`}>
          <Trans>You were sent another invitation after this one. Please open the link in the newest e-mail.</Trans>
        </EmptyState>
      );
    case "REVOKED":
      return (
        <EmptyState order={1} icon={IconLock} title={t`This invitation was withdrawn`}>
          <Trans>If you did not expect that, please ask the firm that invited you.</Trans>
        </EmptyState>
      );
    case "UNKNOWN":
      return (
        <EmptyState order={1} icon={IconLinkOff} title={t`This link is not complete`} action={<SignInButton />}>
          <Trans>
            Some e-mail programs cut long links. Please open it from the e-mail again, or copy the whole address into
            your browser.
          </Trans>
        </EmptyState>
      );
  }
}

function SignInButton() {
  return (
    <LinkButton to="/signin" mt="xs">
      <Trans>Go to sign-in</Trans>
    </LinkButton>
  );
}
