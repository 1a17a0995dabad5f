import { useLingui } from "@lingui/react/macro";
import { useSend } from "../../api/useSend.ts";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { RecoverPassword } from "../../door/RecoverPassword.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { RequestRecoveryMutation } from "./documents.ts";

export function RecoverPage() {
  const { t } = useLingui();
  const send = useSend();
  useTabTitle(t`Recover your password`);
  return (
    <DoorLayout>
      <RecoverPassword ask={(email) => send(RequestRecoveryMutation, { input: { email, door: "STAFF" } })} />
    </DoorLayout>
  );
}
