import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { safePath } from "../lib/nextPath.ts";
import { FoldersPage } from "./accounts/folders/FoldersPage.tsx";
import { AccountsPage } from "./accounts/AccountsPage.tsx";
import { NewAccountPage } from "./accounts/new/NewAccountPage.tsx";
import { AccountLayout } from "./accounts/record/AccountLayout.tsx";
import { InfoPage } from "./accounts/record/InfoPage.tsx";
import { TimelinePage } from "./accounts/timeline/TimelinePage.tsx";
import { readAccountsSearch } from "./accounts/accountsSearch.ts";
import { PendingPage } from "./pending/PendingPage.tsx";
import { readPendingSearch } from "./pending/pendingSearch.ts";
import { ProfilePage } from "./profile/ProfilePage.tsx";
import { SettingsPage } from "./settings/SettingsPage.tsx";
import { InsideLayout } from "./shell/InsideLayout.tsx";
import { NotFoundPage } from "./shell/NotFoundPage.tsx";
import { Root } from "./shell/Root.tsx";
import { ActivationPage } from "./signing_in/ActivationPage.tsx";
import { RecoverPage } from "./signing_in/RecoverPage.tsx";
import { ResetPage } from "./signing_in/ResetPage.tsx";
import { SignInPage } from "./signing_in/SignInPage.tsx";
import { TagsPage } from "./tags/TagsPage.tsx";
import { readTagsSearch } from "./tags/tagsSearch.ts";
import { TeamPage } from "./team/TeamPage.tsx";
import { readTeamSearch } from "./team/teamSearch.ts";

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

const insideRoute = createRoute({ ...outside, id: "inside", component: InsideLayout });
const inside = { getParentRoute: () => insideRoute };

const first = createRoute({
  ...inside,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/accounts", replace: true });
  },
});
const accounts = createRoute({ ...inside, path: "/accounts", component: AccountsPage, validateSearch: readAccountsSearch });
const newAccount = createRoute({ ...inside, path: "/accounts/new", component: NewAccountPage });
const account = createRoute({ ...inside, path: "/accounts/$accountId", component: AccountLayout });
const info = createRoute({ getParentRoute: () => account, path: "/", component: InfoPage });
const folders = createRoute({ getParentRoute: () => account, path: "/folders", component: FoldersPage });
const timeline = createRoute({ getParentRoute: () => account, path: "/timeline", component: TimelinePage });
const pending = createRoute({ ...inside, path: "/pending", component: PendingPage, validateSearch: readPendingSearch });
const team = createRoute({ ...inside, path: "/team", component: TeamPage, validateSearch: readTeamSearch });
const settings = createRoute({ ...inside, path: "/settings", component: SettingsPage });
const tags = createRoute({ ...inside, path: "/settings/tags", component: TagsPage, validateSearch: readTagsSearch });
const profile = createRoute({ ...inside, path: "/profile", component: ProfilePage });

const routeTree = root.addChildren([
  signIn,
  recover,
  reset,
  activation,
  insideRoute.addChildren([first, accounts, newAccount, account.addChildren([info, folders, timeline]), pending, team, settings, tags, profile]),
]);

export const router = createRouter({ routeTree, basepath: "/admin", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
