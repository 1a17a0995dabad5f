import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { Navigate, useRouter, useSearch } from "@tanstack/react-router";
import { useSend } from "../../api/useSend.ts";
import { DoorHeading } from "../../door/DoorHeading.tsx";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { SessionEnded } from "../../door/SessionEnded.tsx";
import { SignInForm } from "../../door/SignInForm.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { SignInMutation } from "../session/documents.ts";
import { useSession } from "../session/session.ts";

export function SignInPage() {
  const { t } = useLingui();
  const { viewer, ended, begin } = useSession();
  const { next } = useSearch({ from: "/signin" });
  const send = useSend();
  const router = useRouter();
  useTabTitle(t`Sign in`);
  const signIn = async (email: string, password: string) => {
    const data = await send(SignInMutation, { input: { email, password, door: "STAFF" } });
    begin(data.signIn.viewer);
    await router.navigate({ to: next ?? "/", replace: true });
  };
  if (viewer) return <Navigate to={next ?? "/"} replace />;
  return (
    <DoorLayout>
      <Stack gap="lg">
        <DoorHeading title={t`Sign in`}>
          <Trans>for the staff of the firm</Trans>
        </DoorHeading>
        {ended && <SessionEnded />}
        <SignInForm signIn={signIn} />
      </Stack>
    </DoorLayout>
  );
}
