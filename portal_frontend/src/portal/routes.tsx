import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { safePath } from "../lib/nextPath.ts";
import { AccountLayout } from "./account/AccountLayout.tsx";
import { FirstAccount } from "./account/FirstAccount.tsx";
import { HomePage } from "./account/HomePage.tsx";
import { ActivationPage } from "./activation/ActivationPage.tsx";
import { ConfirmEmailPage } from "./email/ConfirmEmailPage.tsx";
import { FoldersPage } from "./folders/FoldersPage.tsx";
import { ProfilePage } from "./profile/ProfilePage.tsx";
import { RecoverPage } from "./recovery/RecoverPage.tsx";
import { ResetPage } from "./recovery/ResetPage.tsx";
import { SignInPage } from "./session/SignInPage.tsx";
import { InsideLayout } from "./shell/InsideLayout.tsx";
import { NotFoundPage } from "./shell/NotFoundPage.tsx";
import { Root } from "./shell/Root.tsx";

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });
const outside = { getParentRoute: () => root };

const signIn = createRoute({
  ...outside,
  path: "/signin",
  component: SignInPage,
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = safePath(search.next);
    return next ? { next } : {};
  },
});
const recover = createRoute({ ...outside, path: "/recover", component: RecoverPage });
const reset = createRoute({ ...outside, path: "/recover/reset", component: ResetPage });
const activation = createRoute({ ...outside, path: "/activate", component: ActivationPage });
const confirmEmail = createRoute({ ...outside, path: "/confirm-email", component: ConfirmEmailPage });

const inside = createRoute({ ...outside, id: "inside", component: InsideLayout });
const first = createRoute({ getParentRoute: () => inside, path: "/", component: FirstAccount });
const profile = createRoute({ getParentRoute: () => inside, path: "/profile", component: ProfilePage });
const account = createRoute({ getParentRoute: () => inside, path: "/a/$accountId", component: AccountLayout });
const home = createRoute({ getParentRoute: () => account, path: "/", component: HomePage });
const folders = createRoute({
  getParentRoute: () => account,
  path: "/folders",
  component: FoldersPage,
  validateSearch: (search: Record<string, unknown>): { folder?: string } =>
    typeof search.folder === "string" ? { folder: search.folder } : {},
});

const routeTree = root.addChildren([
  signIn,
  recover,
  reset,
  activation,
  confirmEmail,
  inside.addChildren([first, profile, account.addChildren([home, folders])]),
]);

export const router = createRouter({ routeTree, scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
