import { useRouter } from "@tanstack/react-router";
import { useSend } from "../../api/useSend.ts";
import { forgetLinkToken } from "../../lib/linkToken.ts";
import { useSession } from "../session/session.ts";
import { AcceptInvitationMutation } from "./documents.ts";

export interface InvitationProps {
  token: string;
  firm: string;
  firstName: string;
  email: string;
}

/** Accepts the invitation with a password, signs in, and goes to the portal. */
export function useAccept(token: string) {
  const send = useSend();
  const router = useRouter();
  const { begin } = useSession();
  return async (password: string) => {
    const { acceptInvitation } = await send(AcceptInvitationMutation, { input: { token, password } });
    forgetLinkToken("/activate");
    begin(acceptInvitation.viewer);
    await router.navigate({ to: "/", replace: true });
  };
}
