import { useLingui } from "@lingui/react/macro";
import { useSend } from "../../api/useSend.ts";
import { PersonForm as ProfileForm } from "../../forms/PersonForm.tsx";
import { useSession, useViewer } from "../session/session.ts";
import { UpdateProfileMutation } from "./documents.ts";

export function PersonForm() {
  const { t } = useLingui();
  const send = useSend();
  const { update } = useSession();
  const { firstName, lastName, language } = useViewer();
  return (
    <ProfileForm
      person={{ firstName, lastName, language }}
      languageHint={t`For these screens and for the e-mails you receive.`}
      save={async (input) => {
        const { updateProfile } = await send(UpdateProfileMutation, { input });
        update(updateProfile.viewer);
      }}
    />
  );
}
