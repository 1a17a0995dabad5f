import { Trans } from "@lingui/react/macro";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useCallback } from "react";
import { useSend } from "../../api/useSend.ts";
import { SessionKeeper } from "../../forms/SessionKeeper.tsx";
import { type Locale, toApi } from "../../i18n/languages.ts";
import { GoTo } from "../../ui/GoTo.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { FirmMark } from "../../ui/FirmMark.tsx";
import { UpdateProfileMutation } from "../profile/documents.ts";
import { SignInMutation } from "../session/documents.ts";
import { useSession, useViewer } from "../session/session.ts";
import { AccountSwitcher } from "./AccountSwitcher.tsx";
import { Arriving } from "../../ui/Arriving.tsx";
import { DoorLayout } from "../../door/DoorLayout.tsx";
import { Footer } from "../../ui/Footer.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import classes from "./shell.module.css";

/** Lets people in who are signed in, and sends everybody else to the door. */
export function InsideLayout() {
  const { viewer, error, left, again } = useSession();
  const { pathname } = useLocation();
  if (viewer) return <Inside />;
  if (error) {
    return (
      <DoorLayout>
        <ErrorState order={1} error={error} again={again} />
      </DoorLayout>
    );
  }
  if (viewer === undefined) return <Arriving />;
  return <GoTo to="/signin" search={left || pathname === "/" ? {} : { next: pathname }} />;
}

function Inside() {
  const viewer = useViewer();
  const { update, end } = useSession();
  const send = useSend();
  const signIn = useCallback(
    async (password: string) => {
      const data = await send(SignInMutation, { input: { email: viewer.email, password, door: "PORTAL" } });
      update(data.signIn.viewer);
    },
    [send, viewer.email, update],
  );
  const saveLanguage = (locale: Locale) => {
    send(UpdateProfileMutation, { input: { language: toApi(locale) } }).then(
      ({ updateProfile }) => update(updateProfile.viewer),
      () => undefined, // The choice holds on this device all the same.
    );
  };
  return (
    <SessionKeeper email={viewer.email} signIn={signIn} leave={end}>
      <div className={classes.inside}>
        <header className={classes.header}>
          <a href="#main" className={classes.skip}>
            <Trans>Skip to the content</Trans>
          </a>
          <div className={classes.bar}>
            <Link to="/" className={classes.home}>
              <FirmMark name={viewer.firm.name} logoUrl={viewer.firm.logoUrl} height={36} />
            </Link>
            <div className={classes.switcher}>
              <AccountSwitcher />
            </div>
            <PersonMenu />
          </div>
        </header>
        <Outlet />
        <Footer onLanguage={saveLanguage} />
      </div>
    </SessionKeeper>
  );
}
