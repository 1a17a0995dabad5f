import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { type Send, useSend } from "../../api/useSend.ts";
import { DeadInvitation } from "../../door/DeadInvitation.tsx";
import { linkToken } from "../../lib/linkToken.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { useLook } from "../../ui/LookProvider.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import type { OpenInvitationMutation as OpenInvitation } from "../generated/graphql";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { DoorSkeleton } from "../../door/DoorSkeleton.tsx";
import { useOpenedLink } from "../../door/useOpenedLink.ts";
import { ChoosePassword } from "./ChoosePassword.tsx";
import { FreshInvitationMutation, OpenInvitationMutation } from "./documents.ts";
import { SignInToAccept } from "./SignInToAccept.tsx";

type Invitation = OpenInvitation["openInvitation"];

const UNKNOWN_LINK: Invitation = {
  state: "UNKNOWN",
  door: null,
  firm: null,
  firstName: null,
  email: null,
  hasPassword: null,
};

async function openInvitation(send: Send, token: string): Promise<Invitation> {
  if (!token) return UNKNOWN_LINK;
  return (await send(OpenInvitationMutation, { input: { token } })).openInvitation;
}

/** Where the e-mailed link leads (INV-2); each dead link has its own words (INV-3). */
export function ActivationPage() {
  const { t } = useLingui();
  useTabTitle(t`Your portal`);
  return (
    <DoorLayout>
      <Activation />
    </DoorLayout>
  );
}

function Activation() {
  const { t } = useLingui();
  const send = useSend();
  const [token] = useState(() => linkToken("/activate") ?? "");
  const { setLook } = useLook();
  const { page, error, again } = useOpenedLink(token, openInvitation);
  const firm = page?.firm;

  useEffect(() => {
    if (firm) setLook(firm);
  }, [firm, setLook]);
  useEffect(() => {
    if (page?.door === "STAFF") window.location.replace(`/admin/activate#${token}`);
  }, [page, token]);

  if (error) return <ErrorState order={1} error={error} again={again} />;
  if (!page || page.door === "STAFF") return <DoorSkeleton />;
  if (page.state !== "VALID") {
    return (
      <DeadInvitation
        state={page.state}
        usedTitle={t`Your portal is already open`}
        askForFresh={() => send(FreshInvitationMutation, { input: { token } })}
      />
    );
  }
  const invitation = { token, firm: firm?.name ?? "", firstName: page.firstName ?? "", email: page.email ?? "" };
  return page.hasPassword ? <SignInToAccept {...invitation} /> : <ChoosePassword {...invitation} />;
}
