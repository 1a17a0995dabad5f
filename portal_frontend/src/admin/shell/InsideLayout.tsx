import { Center, Loader } from "@mantine/core";
import { Navigate, Outlet, useRouter } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useSend } from "../../api/useSend.ts";
import { SessionKeeper } from "../../forms/SessionKeeper.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { LiveProvider } from "../live/LiveProvider.tsx";
import { SignInMutation } from "../session/documents.ts";
import { useSession, useViewer } from "../session/session.ts";
import { Shell } from "./Shell.tsx";
import classes from "./shell.module.css";

/** Lets colleagues in who are signed in, and sends everybody else to the door. */
export function InsideLayout() {
  const { viewer, error, again } = useSession();
  if (viewer) return <Inside />;
  if (error) {
    return (
      <Center component="main" mih="100dvh">
        <ErrorState order={1} error={error} again={again} />
      </Center>
    );
  }
  if (viewer === undefined) {
    return (
      <Center mih="100dvh" className={classes.arriving}>
        <Loader />
      </Center>
    );
  }
  return <ToSignIn />;
}

/** To the door, and back here afterwards. Made once: while one leaves, every further one would set out anew. */
function ToSignIn() {
  const { pathname, searchStr } = useRouter().state.location;
  const [going] = useState(() => (
    <Navigate to="/signin" search={pathname === "/" ? {} : { next: pathname + searchStr }} replace />
  ));
  return going;
}

function Inside() {
  const viewer = useViewer();
  const { update, end } = useSession();
  const send = useSend();
  const signIn = useCallback(
    async (password: string) => {
      const data = await send(SignInMutation, { input: { email: viewer.email, password, door: "STAFF" } });
      update(data.signIn.viewer);
    },
    [send, viewer.email, update],
  );
  return (
    <SessionKeeper email={viewer.email} signIn={signIn} leave={end}>
      <LiveProvider>
        <Shell>
          <Outlet />
        </Shell>
      </LiveProvider>
    </SessionKeeper>
  );
}
