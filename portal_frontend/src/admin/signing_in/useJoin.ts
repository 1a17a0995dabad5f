import { useRouter } from "@tanstack/react-router";
import { useSend } from "../../api/useSend.ts";
import { forgetLinkToken } from "../../lib/linkToken.ts";
import { useSession } from "../session/session.ts";
import { AcceptInvitationMutation } from "./documents.ts";

export interface Joining {
  password: string;
  firstName?: string;
  lastName?: string;
}

/** Accepts the invitation, signs in, and goes to the accounts. */
export function useJoin(token: string) {
  const send = useSend();
  const router = useRouter();
  const { begin } = useSession();
  return async (joining: Joining) => {
    const { acceptInvitation } = await send(AcceptInvitationMutation, { input: { token, ...joining } });
    forgetLinkToken("/admin/activate");
    begin(acceptInvitation.viewer);
    await router.navigate({ to: "/", replace: true });
  };
}
