import { useSend } from "../../api/useSend.ts";
import { ChangePasswordForm } from "../../forms/ChangePasswordForm.tsx";
import { useViewer } from "../session/session.ts";
import { ChangePasswordMutation } from "./documents.ts";

export function PasswordForm() {
  const send = useSend();
  const { firstName, lastName, email } = useViewer();
  return (
    <ChangePasswordForm
      email={email}
      firstName={firstName}
      lastName={lastName}
      change={(input) => send(ChangePasswordMutation, { input })}
    />
  );
}
