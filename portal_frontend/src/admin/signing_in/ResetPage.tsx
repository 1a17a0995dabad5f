import { useLingui } from "@lingui/react/macro";
import type { Send } from "../../api/useSend.ts";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { ResetPassword } from "../../door/ResetPassword.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { OpenRecoveryMutation, ResetPasswordMutation } from "./documents.ts";

async function openLink(send: Send, token: string) {
  if (!token) return { state: "UNKNOWN", email: null };
  return (await send(OpenRecoveryMutation, { input: { token } })).openRecovery;
}

const resetPassword = (send: Send, token: string, password: string) =>
  send(ResetPasswordMutation, { input: { token, password } });

export function ResetPage() {
  const { t } = useLingui();
  useTabTitle(t`Choose a new password`);
  return (
    <DoorLayout>
      <ResetPassword page="/admin/recover/reset" open={openLink} reset={resetPassword} />
    </DoorLayout>
  );
}
