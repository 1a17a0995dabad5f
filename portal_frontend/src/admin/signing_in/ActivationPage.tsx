import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { type Send, useSend } from "../../api/useSend.ts";
import { AcceptWithLogin } from "../../door/AcceptWithLogin.tsx";
import { DeadInvitation } from "../../door/DeadInvitation.tsx";
import { DoorHeading } from "../../door/DoorHeading.tsx";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { DoorSkeleton } from "../../door/DoorSkeleton.tsx";
import { useOpenedLink } from "../../door/useOpenedLink.ts";
import { linkToken } from "../../lib/linkToken.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { useLook } from "../../ui/LookProvider.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import type { AdminOpenInvitationMutation } from "../generated/graphql";
import { FreshInvitationMutation, OpenInvitationMutation } from "./documents.ts";
import { JoinForm } from "./JoinForm.tsx";
import { useJoin } from "./useJoin.ts";

type Invitation = AdminOpenInvitationMutation["openInvitation"];

const UNKNOWN_LINK: Invitation = {
  state: "UNKNOWN",
  door: null,
  firm: null,
  firstName: null,
  lastName: null,
  email: null,
  hasPassword: null,
};

async function openInvitation(send: Send, token: string): Promise<Invitation> {
  if (!token) return UNKNOWN_LINK;
  return (await send(OpenInvitationMutation, { input: { token } })).openInvitation;
}

/** Where the invitation of a colleague leads (INV-2); each dead link has its own words (INV-3). */
export function ActivationPage() {
  const { t } = useLingui();
  useTabTitle(t`Join your firm`);
  return (
    <DoorLayout>
      <Activation />
    </DoorLayout>
  );
}

function Activation() {
  const { t } = useLingui();
  const send = useSend();
  const [token] = useState(() => linkToken("/admin/activate") ?? "");
  const { setLook } = useLook();
  const { page, error, again } = useOpenedLink(token, openInvitation);
  const firm = page?.firm;
  const isForClients = page?.door === "PORTAL";

  useEffect(() => {
    if (firm) setLook(firm);
  }, [firm, setLook]);
  useEffect(() => {
    if (isForClients) window.location.replace(`/activate#${token}`);
  }, [isForClients, token]);

  if (error) return <ErrorState order={1} error={error} again={again} />;
  if (!page || isForClients) return <DoorSkeleton />;
  if (page.state !== "VALID") {
    return (
      <DeadInvitation
        state={page.state}
        usedTitle={t`You have joined already`}
        askForFresh={() => send(FreshInvitationMutation, { input: { token } })}
      />
    );
  }
  return <Join token={token} page={page} />;
}

function Join({ token, page }: { token: string; page: Invitation }) {
  const { t } = useLingui();
  const join = useJoin(token);
  const firm = page.firm?.name ?? "";
  const { firstName, lastName, email } = page;
  const address = email ?? "";
  return (
    <Stack gap="lg">
      <DoorHeading title={firstName ? t`Welcome, ${firstName}` : t`Welcome`}>
        {page.hasPassword ? (
          <Trans>
            {firm} has invited you to work with it. You already have a login with this address, so sign in with its
            password.
          </Trans>
        ) : (
          <Trans>{firm} has invited you to work with it. Check your name, choose a password, and you are in.</Trans>
        )}
      </DoorHeading>
      {page.hasPassword ? (
        <AcceptWithLogin email={address} accept={(password) => join({ password })} />
      ) : (
        <JoinForm firstName={firstName ?? ""} lastName={lastName ?? ""} email={address} join={join} />
      )}
    </Stack>
  );
}
