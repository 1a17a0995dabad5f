import { Trans, useLingui } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useSend } from "../../api/useSend.ts";
import { DoorHeading } from "../../door/DoorHeading.tsx";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { SessionEnded } from "../../door/SessionEnded.tsx";
import { SignInForm } from "../../door/SignInForm.tsx";
import { GoTo } from "../../ui/GoTo.tsx";
import { useLook } from "../../ui/LookProvider.tsx";
import { useTabTitle } from "../../ui/PageTitle.tsx";
import { SignInMutation } from "./documents.ts";
import { useSession } from "./session.ts";

export function SignInPage() {
  const { t } = useLingui();
  const { viewer, ended, begin } = useSession();
  const send = useSend();
  const router = useRouter();
  const { look } = useLook();
  const { next } = useSearch({ from: "/signin" });
  useTabTitle(t`Sign in`);
  const signIn = async (email: string, password: string) => {
    const data = await send(SignInMutation, { input: { email, password, door: "PORTAL" } });
    begin(data.signIn.viewer);
    await router.navigate({ to: next ?? "/", replace: true });
  };
  if (viewer) return <GoTo to={next ?? "/"} />;
  return (
    <DoorLayout>
      <Stack gap="lg">
        <DoorHeading title={t`Sign in`}>
          {look ? <Trans>to your portal at {look.name}</Trans> : <Trans>to your portal</Trans>}
        </DoorHeading>
        {ended && <SessionEnded />}
        <SignInForm signIn={signIn} />
      </Stack>
    </DoorLayout>
  );
}
