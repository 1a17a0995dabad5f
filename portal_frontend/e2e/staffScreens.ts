import type { Page } from "playwright-core";
import type { Screen } from "./screen.ts";
import type { Answer, Answers } from "./serve.ts";

const firm = {
  __typename: "Firm",
  id: "firm_1",
  name: "Brightwater & Rowe",
  email: "hello@brightwater.example",
  phone: "+442079460123",
  website: "https://brightwater.example",
  address: { __typename: "Address", street: "12 Quay Street", postalCode: "BS1 4DJ", city: "Bristol", region: null, country: "GB" },
  accentColor: "#0f766e",
  logoUrl: null,
  timeZone: "Europe/London",
  language: "EN",
  allowAccountsWithoutContacts: false,
  tellOnAccessRemoved: true,
  clientInvitationDays: 30,
  staffInvitationDays: 7,
  reminderDays: [3, 10, 25],
  version: 4,
};
const look = { __typename: "FirmLook", name: firm.name, accentColor: firm.accentColor, logoUrl: null, language: "EN" };
const viewer = {
  __typename: "Viewer",
  id: "stf_1",
  firstName: "Maeve",
  lastName: "Rowe",
  name: "Maeve Rowe",
  email: "maeve@brightwater.example",
  language: "EN",
  role: "OWNER",
  can: ["INVITE_CLIENTS", "MANAGE_ACCOUNTS", "MANAGE_FIRM", "MANAGE_TEAM", "VIEW_ACCOUNTS"],
  staffMember: { __typename: "StaffMember", id: "stf_1" },
  firm,
  otherFirms: [],
};
export const analyst = { ...viewer, role: "EMPLOYEE", can: ["VIEW_ACCOUNTS"] };

const email = (state: string, lastReply: string | null) => ({
  __typename: "Email",
  id: `ema_${state}`,
  kind: "PORTAL_INVITATION",
  state,
  lastReply,
  nextAttemptAt: state === "DEFERRED" ? "2026-05-03T09:10:00Z" : null,
  createdAt: "2026-05-03T09:00:00Z",
});
const invitation = (id: string, state: string, more = {}) => ({
  __typename: "Invitation",
  id,
  state,
  sentAt: "2026-05-03T09:00:00Z",
  expiresAt: "2026-06-02T09:00:00Z",
  openedAt: null,
  sentBy: { __typename: "StaffMember", id: "stf_1", name: "Maeve Rowe" },
  emails: [email("ACCEPTED", "250 2.0.0 Ok: queued as 4F2A91C0")],
  ...more,
});
const pending = (id: string, name: string, account: string, last: object | null) => ({
  __typename: "AccountContact",
  id,
  portalAccess: "PENDING",
  account: { __typename: "Account", id: `acc_${id}`, number: Number(id), name: account },
  contact: {
    __typename: "Contact",
    id: `con_${id}`,
    firstName: name.split(" ")[0],
    name,
    email: `${name.toLowerCase().replaceAll(" ", ".")}@a-rather-long-domain.example`,
    language: "EN",
  },
  invitation: last,
});
const people = [
  pending("41", "Ana Popescu", "Popescu & Søn Import–Export S.R.L.", invitation("inv_1", "PENDING")),
  pending("42", "John Whitfield", "John Whitfield", invitation("inv_2", "PENDING", { openedAt: "2026-05-04T10:00:00Z" })),
  pending("43", "Íñigo Martínez Vidal", "Clínica Dental Ruiz S.L.U", null),
  pending("44", "Heike Yilmaz", "Yilmaz Bau GmbH", invitation("inv_4", "EXPIRED")),
  pending("45", "Tom Doyle", "Liffey Doyle DAC", invitation("inv_5", "PENDING", { emails: [email("FAILED", "550 5.1.1 <tom@a.example>: Recipient address rejected: User unknown")] })),
  pending("46", "Sofia Núñez", "Sofia Núñez", invitation("inv_6", "PENDING", { emails: [email("DEFERRED", "451 4.7.1 Please try again later")] })),
  pending("47", "Emre Koch", "Emre Koch", invitation("inv_7", "REVOKED")),
];
const colleague = (id: string, name: string, role: string, state: string, more = {}) => ({
  __typename: "StaffMember",
  id,
  firstName: name.split(" ")[0],
  lastName: name.split(" ").slice(1).join(" "),
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@brightwater.example`,
  role,
  permissionSet: "EXECUTIVE",
  state,
  defaultAccess: role === "OWNER",
  lastSeenAt: state === "ACTIVE" ? "2026-05-09T16:20:00Z" : null,
  version: 1,
  invitation: null,
  ...more,
});
const team = [
  colleague("stf_1", "Maeve Rowe", "OWNER", "ACTIVE"),
  colleague("stf_2", "Thomas Keller", "ADMIN", "ACTIVE"),
  colleague("stf_3", "Ioana Radu", "EMPLOYEE", "INVITED", { invitation: invitation("inv_9", "PENDING") }),
];
export const tags = [
  ["VIP", "YELLOW", 12],
  ["Monthly bookkeeping", "BLUE", 1204],
  ["Pays late", "RED", 1],
  ["Referred by a client of the Bristol office", "GREEN", 8],
  ["Payroll", "VIOLET", 240],
  ["Year end", "INDIGO", 31],
  ["Éxito fiscal", "TEAL", 0],
  ["Paper by post", "GRAY", 3],
].map(([name, color, accountCount], index) => ({ __typename: "Tag", id: `tag_${index + 1}`, name, color, accountCount, version: 1 }));
export const connection = (nodes: unknown[]) => ({ nodes, totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null } });

export const refusal = (code: string, message: string, fields: unknown[] = []): Answer => ({
  errors: [{ message, extensions: { code, requestId: "01J9ZK7", fields } }],
});
const door: Answers = { AdminViewer: { data: { viewer: null } }, AdminDoor: { data: { firmLook: look } } };
export const inside: Answers = {
  AdminViewer: { data: { viewer } },
  AdminPending: { data: { pendingActivations: connection(people) } },
  AdminTeam: { data: { staff: connection(team) } },
  AdminFirm: { data: { firm } },
  AdminTags: { data: { tags: connection(tags) } },
  TagChoice: { data: { tags: connection(tags) } },
};
const opened = (state: string, more = {}): Answers => ({
  ...door,
  AdminOpenInvitation: {
    data: {
      openInvitation: { state, door: "STAFF", firstName: null, lastName: null, email: null, hasPassword: null, firm: null, ...more },
    },
  },
});
const valid = { firstName: "Ioana", lastName: "Radu", email: "ioana@brightwater.example", hasPassword: false, firm: look };
const recovery = (state: string): Answers => ({
  ...door,
  AdminOpenRecovery: { data: { openRecovery: { state, email: viewer.email } } },
});
const rowMenu = (page: Page) => page.locator("[data-list-row] button[aria-haspopup=menu]").first().click();
const lastItem = (page: Page) => page.locator("[role=menuitem]").last().click();

export const STAFF_SCREENS: (Screen & { answers: Answers })[] = [
  { name: "staff-signin", path: "/admin/signin", answers: door },
  { name: "staff-recover", path: "/admin/recover", answers: door },
  { name: "staff-reset", path: "/admin/recover/reset#antrst_x", answers: recovery("VALID") },
  { name: "staff-reset-dead", path: "/admin/recover/reset#antrst_x", answers: recovery("USED") },
  { name: "staff-join", path: "/admin/activate#antinv_x", answers: opened("VALID", valid) },
  { name: "staff-join-has-login", path: "/admin/activate#antinv_x", answers: opened("VALID", { ...valid, hasPassword: true }) },
  ...["EXPIRED", "REVOKED", "SUPERSEDED", "USED", "UNKNOWN"].map((state) => ({
    name: `staff-join-${state.toLowerCase()}`,
    path: "/admin/activate#antinv_x",
    answers: opened(state),
  })),
  { name: "pending", path: "/admin/pending", answers: inside },
  {
    name: "pending-selected",
    path: "/admin/pending",
    answers: inside,
    async act(page) {
      await page.locator("[data-list-row] input[type=checkbox]").nth(0).check();
      await page.locator("[data-list-row] input[type=checkbox]").nth(1).check();
    },
  },
  {
    name: "pending-withdraw",
    path: "/admin/pending",
    answers: inside,
    async act(page) {
      await rowMenu(page);
      await page.locator("[role=menuitem]").nth(1).click();
    },
  },
  { name: "pending-empty", path: "/admin/pending", answers: { ...inside, AdminPending: { data: { pendingActivations: connection([]) } } } },
  { name: "pending-failed", path: "/admin/pending", answers: { ...inside, AdminPending: refusal("INTERNAL", "Something went wrong on our side.") } },
  { name: "pending-reader", path: "/admin/pending", answers: { ...inside, AdminViewer: { data: { viewer: analyst } } } },
  { name: "team", path: "/admin/team", answers: inside },
  { name: "team-invite", path: "/admin/team", answers: inside, act: (page) => page.locator("main button.mantine-Button-root").first().click() },
  { name: "team-edit", path: "/admin/team", answers: inside, act: (page) => page.locator("[data-list-row] button").first().click() },
  {
    name: "team-deactivate",
    path: "/admin/team",
    answers: inside,
    async act(page) {
      await rowMenu(page);
      await lastItem(page);
    },
  },
  { name: "team-empty", path: "/admin/team?state=deactivated", answers: { ...inside, AdminTeam: { data: { staff: connection([]) } } } },
  { name: "settings", path: "/admin/settings", answers: inside },
  { name: "settings-reader", path: "/admin/settings", answers: { ...inside, AdminViewer: { data: { viewer: analyst } } } },
  {
    name: "settings-colour",
    path: "/admin/settings",
    answers: inside,
    async act(page) {
      await page.locator("[data-path=accentColor]").fill("#f59e0b");
      await page.locator("form").nth(1).locator("button[aria-haspopup=dialog]").click();
    },
  },
  { name: "tags", path: "/admin/settings/tags", answers: inside },
  { name: "tags-new", path: "/admin/settings/tags", answers: inside, act: (page) => page.locator("main button.mantine-Button-root").first().click() },
  { name: "tags-edit", path: "/admin/settings/tags", answers: inside, act: (page) => page.locator("[data-list-row] button").first().click() },
  ...[1, 2].map((item) => ({
    name: ["tags-merge", "tags-delete"][item - 1] as string,
    path: "/admin/settings/tags",
    answers: inside,
    async act(page: Page) {
      await rowMenu(page);
      await page.locator("[role=menuitem]").nth(item).click();
    },
  })),
  {
    name: "tags-taken",
    path: "/admin/settings/tags",
    answers: { ...inside, AdminUpdateTag: refusal("TAG_NAME_TAKEN", "This name is taken: there is a tag “Payroll” already.") },
    async act(page) {
      await page.locator("[data-list-row] button").first().click();
      await page.locator("[data-path=name]").fill("payroll");
      await page.locator("[role=dialog] button[type=submit]").click();
    },
  },
  { name: "tags-empty", path: "/admin/settings/tags", answers: { ...inside, AdminTags: { data: { tags: connection([]) } } } },
  { name: "tags-reader", path: "/admin/settings/tags", answers: { ...inside, AdminViewer: { data: { viewer: analyst } } } },
  { name: "staff-profile", path: "/admin/profile", answers: inside },
];
