import type { Page } from "playwright-core";
import type { Screen } from "./screen.ts";
import type { Answer, Answers } from "./serve.ts";

const firm = {
  __typename: "Firm",
  id: "firm_1",
  name: "Brightwater & Rowe",
  email: "hello@brightwater.example",
  phone: "+442079460123",
  website: null,
  accentColor: "#0f766e",
  logoUrl: null,
  timeZone: "Europe/London",
  language: "EN",
};
const look = { __typename: "FirmLook", name: firm.name, accentColor: firm.accentColor, logoUrl: null, language: "EN" };
const accounts = [
  { __typename: "PortalAccount", id: "acc_1", name: "Ana Popescu", number: 14, waitingCount: 0 },
  { __typename: "PortalAccount", id: "acc_2", name: "Popescu & Søn Import–Export S.R.L.", number: 15, waitingCount: 3 },
];
const viewer = {
  __typename: "Viewer",
  id: "usr_1",
  firstName: "Ana",
  lastName: "Popescu",
  name: "Ana Popescu",
  email: "ana.popescu@example.com",
  language: "EN",
  firm,
  accounts,
  otherFirms: [],
};
const folders = [
  ["f1", "Client uploaded documents", "CLIENT_EDIT", null],
  ["f2", "Tax returns", "CLIENT_VIEW", null],
  ["f3", "2025", "CLIENT_VIEW", "f2"],
  ["f4", "2024", "CLIENT_VIEW", "f2"],
  ["f5", "Contracts and agreements", "CLIENT_VIEW", null],
].map(([id, name, access, parentId], position) => ({ __typename: "Folder", id, name, access, parentId, position }));

const refusal = (code: string, message: string, fields: unknown[] = []): Answer => ({
  errors: [{ message, extensions: { code, requestId: "01J9ZK7", fields } }],
});
const door: Answers = { PortalViewer: { data: { viewer: null } }, PortalDoor: { data: { firmLook: look } } };
const inside: Answers = {
  PortalViewer: { data: { viewer } },
  PortalDoor: { data: { firmLook: look } },
  PortalAccount: { data: { portalAccount: { ...accounts[0], folders } } },
};
const invitation = (state: string, more = {}): Answers => ({
  ...door,
  OpenInvitation: {
    data: {
      openInvitation: { state, door: "PORTAL", firstName: null, email: null, hasPassword: null, firm: null, ...more },
    },
  },
});
const valid = { firstName: "Ana", email: viewer.email, hasPassword: false, firm: look };
const recovery = (state: string): Answers => ({
  ...door,
  PortalOpenRecovery: { data: { openRecovery: { state, email: viewer.email, firm: look } } },
});
const confirmation = (state: string): Answers => ({
  ...door,
  OpenEmailConfirmation: { data: { openEmailConfirmation: { state, email: "ana@new.example", firm: look } } },
});
const submit = (page: Page) => page.locator("form button[type=submit]").first().click();

export const PORTAL_SCREENS: (Screen & { answers: Answers })[] = [
  { name: "signin", path: "/signin", answers: door },
  { name: "signin-empty", path: "/signin", answers: door, act: submit },
  {
    name: "signin-refused",
    path: "/signin",
    answers: { ...door, PortalSignIn: refusal("SIGN_IN_FAILED", "The e-mail address or the password is not right.") },
    async act(page) {
      await page.locator("input[type=email]").fill("ana@example.com");
      await page.locator("input[type=password]").fill("wrong");
      await submit(page);
    },
  },
  { name: "recover", path: "/recover", answers: door },
  {
    name: "recover-sent",
    path: "/recover",
    answers: { ...door, PortalRequestRecovery: { data: { requestRecovery: { done: true } } } },
    async act(page) {
      await page.locator("input[type=email]").fill("ana@example.com");
      await submit(page);
    },
  },
  { name: "reset", path: "/recover/reset#rst_x", answers: recovery("VALID") },
  { name: "reset-dead", path: "/recover/reset#rst_x", answers: recovery("EXPIRED") },
  { name: "activate", path: "/activate#inv_x", answers: invitation("VALID", valid) },
  {
    name: "activate-typing",
    path: "/activate#inv_x",
    answers: invitation("VALID", valid),
    act: (page) => page.locator("input[type=password]").fill("maple river st"),
  },
  {
    name: "activate-refused",
    path: "/activate#inv_x",
    answers: {
      ...invitation("VALID", valid),
      AcceptInvitation: refusal("INVALID", "Please check what is marked.", [
        { field: "password", code: "PASSWORD_COMMON", message: "This password is on lists that attackers try first." },
      ]),
    },
    async act(page) {
      await page.locator("input[type=password]").fill("password12345");
      await submit(page);
    },
  },
  { name: "activate-has-login", path: "/activate#inv_x", answers: invitation("VALID", { ...valid, hasPassword: true }) },
  ...["EXPIRED", "REVOKED", "SUPERSEDED", "USED", "UNKNOWN"].map((state) => ({
    name: `activate-${state.toLowerCase()}`,
    path: "/activate#inv_x",
    answers: invitation(state),
  })),
  { name: "confirm-email", path: "/confirm-email#ema_x", answers: confirmation("VALID") },
  { name: "confirm-email-dead", path: "/confirm-email#ema_x", answers: confirmation("SUPERSEDED") },
  { name: "home", path: "/a/acc_1", answers: inside },
  {
    name: "switcher",
    path: "/a/acc_1",
    answers: inside,
    act: (page) => page.locator("header button[aria-haspopup=menu]").first().click(),
  },
  {
    name: "person-menu",
    path: "/a/acc_1",
    answers: inside,
    act: (page) => page.locator("header button[aria-haspopup=menu]").last().click(),
  },
  {
    name: "home-closed",
    path: "/a/acc_9",
    answers: { ...inside, PortalAccount: refusal("NOT_FOUND", "There is nothing here.") },
  },
  {
    name: "home-failed",
    path: "/a/acc_1",
    answers: { ...inside, PortalAccount: refusal("INTERNAL", "Something went wrong on our side.") },
  },
  { name: "no-account", path: "/", answers: { ...inside, PortalViewer: { data: { viewer: { ...viewer, accounts: [] } } } } },
  { name: "folders", path: "/a/acc_1/folders", answers: inside },
  { name: "folder", path: "/a/acc_1/folders?folder=f2", answers: inside },
  { name: "folder-empty", path: "/a/acc_1/folders?folder=f3", answers: inside },
  { name: "profile", path: "/profile", answers: inside },
  {
    name: "session-ended",
    path: "/profile",
    answers: { ...inside, PortalUpdateProfile: refusal("UNAUTHENTICATED", "Please sign in.") },
    async act(page) {
      await page.locator("[data-path=firstName]").fill("Anamaria");
      await submit(page);
    },
  },
  { name: "not-found", path: "/nowhere", answers: door },
];
