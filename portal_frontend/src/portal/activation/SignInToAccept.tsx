import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { AcceptWithLogin } from "../../door/AcceptWithLogin.tsx";
import { DoorHeading } from "../../door/DoorHeading.tsx";
import { type InvitationProps, useAccept } from "./useAccept.ts";

export function SignInToAccept({ token, firm, firstName, email }: InvitationProps) {
  const { t } = useLingui();
  const accept = useAccept(token);
  return (
    <Stack gap="lg">
      <DoorHeading title={firstName ? t`Welcome, ${firstName}` : t`Welcome`}>
        <Trans>
          {firm} has opened a portal for you. You already have a login with this address, so sign in with its password.
        </Trans>
      </DoorHeading>
      <AcceptWithLogin email={email} accept={accept} />
    </Stack>
  );
}
