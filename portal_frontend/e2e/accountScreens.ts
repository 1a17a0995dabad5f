import type { Page } from "playwright-core";
import type { Screen } from "./screen.ts";
import type { Answers } from "./serve.ts";
import { analyst, connection, inside, refusal, tags } from "./staffScreens.ts";

const colleague = (id: string, name: string) => ({ __typename: "StaffMember", id, name, state: "ACTIVE", defaultAccess: false });
const maeve = colleague("stf_1", "Maeve Rowe");
const thomas = colleague("stf_2", "Thomas Keller");

const contact = (id: string, name: string, more = {}) => ({
  __typename: "Contact",
  id,
  version: 1,
  firstName: name.split(" ")[0],
  lastName: name.split(" ").slice(1).join(" "),
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@a-rather-long-domain.example`,
  pendingEmail: null,
  phone: "+442079460123",
  phoneCountry: "GB",
  language: "RO",
  active: false,
  activatedAt: null,
  lastSeenAt: null,
  address: null,
  accounts: [{ __typename: "AccountContact", id: `lnk_${id}` }],
  ...more,
});
const mail = (state: string, reply: string) => ({
  __typename: "Email",
  id: `eml_${state}`,
  kind: "PORTAL_INVITATION",
  toAddress: "ana@example.com",
  state,
  createdAt: "2026-05-03T09:00:00Z",
  acceptedAt: null,
  nextAttemptAt: null,
  lastReply: reply,
  attempts: [{ __typename: "EmailAttempt", at: "2026-05-03T09:00:02Z", state, reply }],
});
const invitation = (more = {}) => ({
  __typename: "Invitation",
  id: "inv_1",
  state: "PENDING",
  email: "ana@example.com",
  message: "Dear Ana,\n\nwelcome to our new portal.",
  sentAt: "2026-05-03T09:00:00Z",
  expiresAt: "2026-06-02T09:00:00Z",
  openedAt: null,
  acceptedAt: null,
  sentBy: maeve,
  emails: [mail("ACCEPTED", "250 2.0.0 Ok: queued as 4F2A91C0")],
  ...more,
});
const link = (id: string, portalAccess: string, of: object, more = {}) => ({
  __typename: "AccountContact",
  id,
  version: 1,
  login: portalAccess !== "NONE",
  notify: true,
  sync: false,
  commercial: portalAccess === "ACTIVE",
  operational: false,
  portalAccess,
  contact: of,
  invitation: null,
  ...more,
});
const active = { active: true, activatedAt: "2026-05-07T09:00:00Z", lastSeenAt: "2026-05-09T16:20:00Z" };
const links = [
  link("lnk_1", "ACTIVE", contact("con_1", "Ana Popescu", { ...active, pendingEmail: "ana@new.example" })),
  link("lnk_2", "PENDING", contact("con_2", "John Whitfield"), { invitation: invitation() }),
  link("lnk_3", "PENDING", contact("con_3", "Tom Doyle"), {
    invitation: invitation({ emails: [mail("FAILED", "550 5.1.1 <tom@a.example>: Recipient address rejected: User unknown")] }),
  }),
  link("lnk_4", "NOT_INVITED", contact("con_4", "Íñigo Martínez Vidal", { phone: null })),
  link("lnk_5", "NONE", contact("con_5", "Heike Yilmaz", { email: null })),
];
const account = {
  __typename: "Account",
  id: "acc_1",
  number: 14,
  name: "Popescu & Søn Import–Export S.R.L.",
  type: "COMPANY",
  companyName: "Popescu & Søn Import–Export S.R.L.",
  companyAddress: { __typename: "Address", street: "Strada Unirii 4", postalCode: "010101", city: "București", region: null, country: "RO" },
  category: "CLIENT",
  stage: "PROSPECT",
  lifecycle: "ACTIVE",
  portalStatus: "ACTIVE",
  createdAt: "2026-05-01T09:00:00Z",
  lastActivityAt: "2026-05-09T16:20:00Z",
  archivedAt: null,
  version: 3,
  staff: [maeve, thomas],
  tags: tags.slice(0, 3),
  contacts: links,
};
const archived = { ...account, lifecycle: "ARCHIVED", archivedAt: "2026-05-10T09:00:00Z" };
const statuses = ["ACTIVE", "PENDING_ACTIVATION", "OFFLINE"];
const rows = Array.from({ length: 9 }, (_, index) => ({
  ...account,
  id: `acc_${index + 1}`,
  number: index + 1,
  name: index % 2 ? "Ana Popescu" : account.name,
  type: index % 2 ? "INDIVIDUAL" : "COMPANY",
  portalStatus: statuses[index % 3],
  contacts: links.slice(0, (index % 3) + 1),
  tags: tags.slice(index % 4, (index * 2) % 7),
}));
const folders = [
  ["f1", "Client uploaded documents", "CLIENT_EDIT", null],
  ["f2", "Tax returns", "CLIENT_VIEW", null],
  ["f3", "2025", "CLIENT_VIEW", "f2"],
  ["f4", "Internal", "PRIVATE", null],
].map(([id, name, access, parentId], position) => ({ __typename: "Folder", id, name, access, parentId, position }));
const event = (id: string, action: string, at: string, changes: [string, string | null, string | null][] = []) => ({
  __typename: "AuditEvent",
  id,
  at,
  action,
  actorName: "Maeve Rowe",
  actorKind: "STAFF",
  subjectName: "Ana Popescu",
  changes: changes.map(([field, old, next]) => ({ __typename: "Change", field, old, new: next })),
});
const events = [
  event("aud_4", "account.updated", "2026-05-09T16:20:00Z", [["stage", "LEAD", "PROSPECT"]]),
  event("aud_3", "invitation.sent", "2026-05-03T09:00:00Z"),
  event("aud_2", "contact.added", "2026-05-03T08:59:00Z", [["login", null, "true"], ["notify", null, "true"]]),
  event("aud_1", "account.created", "2026-05-01T09:00:00Z", [["name", null, account.name], ["type", null, "COMPANY"]]),
];
const preview = {
  __typename: "EmailPreview",
  subject: "Your access to Brightwater & Rowe",
  toAddress: "ana@example.com",
  text: "Hello",
  html: '<html lang="en"><head><style>p{margin:0 0 12px}</style></head><body style="font-family:sans-serif;padding:24px"><h1 style="font-size:20px">Your access is ready</h1><p>Hello Ana,</p><p>choose a password to begin.</p></body></html>',
};

const answers: Answers = {
  ...inside,
  Accounts: { data: { accounts: connection(rows) } },
  FindAccounts: { data: { accounts: connection(rows.slice(0, 3)) } },
  StaffChoice: { data: { staff: connection([maeve, thomas]) } },
  Account: { data: { account } },
  AccountFolders: { data: { account: { __typename: "Account", id: "acc_1", folders } } },
  AccountTimeline: { data: { account: { __typename: "Account", id: "acc_1", timeline: connection(events) } } },
  ContactChoices: { data: { contacts: connection([contact("con_9", "Elena Ionescu", { accounts: [] })]) } },
  InvitationPreview: { data: { invitationPreview: preview } },
};
const none: Answers = { ...answers, Accounts: { data: { accounts: connection([]) } } };
const reader: Answers = { ...answers, AdminViewer: { data: { viewer: analyst } } };
const submit = (page: Page) => page.locator("form button[type=submit]").first().click();
const contactsStep = async (page: Page) => {
  await submit(page);
  await page.locator('[data-path="contacts.0.contact.firstName"]').fill("Ana");
  await page.locator('[data-path="contacts.0.contact.lastName"]').fill("Popescu");
  await page.locator('[data-path="contacts.0.contact.email"]').fill("ana@example.com");
  await page.locator('[data-path="contacts.0.login"]').check({ force: true });
};
const cardMenu = (item: number, card = 0) => async (page: Page) => {
  await page.locator("article button[aria-haspopup=menu]").nth(card).click();
  await page.locator("[role=menuitem]").nth(item).click();
};

export const ACCOUNT_SCREENS: (Screen & { answers: Answers })[] = [
  { name: "accounts", path: "/admin/accounts", answers },
  { name: "accounts-filtered", path: '/admin/accounts?q=pop&type=["COMPANY"]&status=["ACTIVE"]&staff=stf_1&tag=["tag_1","tag_5"]', answers },
  {
    name: "accounts-filters",
    path: "/admin/accounts",
    answers,
    act: (page) => page.locator("main button[aria-haspopup=dialog]").first().click(),
  },
  {
    name: "accounts-filter-tags",
    path: '/admin/accounts?tag=["tag_1","tag_3"]&tagged=all',
    answers,
    async act(page) {
      await page.locator("main button[aria-haspopup=dialog]").first().click();
      await page.locator("[role=dialog] input").last().scrollIntoViewIfNeeded();
    },
  },
  { name: "accounts-empty", path: "/admin/accounts", answers: none },
  { name: "accounts-none", path: "/admin/accounts?q=zzz", answers: none },
  { name: "accounts-archive-empty", path: "/admin/accounts?list=archived", answers: none },
  { name: "accounts-failed", path: "/admin/accounts", answers: { ...answers, Accounts: refusal("INTERNAL", "Something went wrong on our side.") } },
  { name: "accounts-reader", path: "/admin/accounts", answers: reader },
  { name: "accounts-commands", path: "/admin/accounts", answers, act: (page) => page.keyboard.press("Control+k") },
  { name: "accounts-keys", path: "/admin/accounts", answers, act: (page) => page.keyboard.press("?") },
  { name: "new-account", path: "/admin/accounts/new", answers },
  { name: "new-account-contacts", path: "/admin/accounts/new", answers, act: contactsStep },
  {
    name: "new-account-refused",
    path: "/admin/accounts/new",
    answers: {
      ...answers,
      CreateAccount: refusal("INVALID", "Please look at the marked fields.", [
        { field: "contacts.0.contact.email", code: "EMAIL_TAKEN", message: "Another contact has this e-mail address." },
      ]),
    },
    async act(page) {
      await contactsStep(page);
      await page.locator('[data-path="contacts.0.login"]').uncheck({ force: true });
      await submit(page);
    },
  },
  {
    name: "new-account-invitation",
    path: "/admin/accounts/new",
    answers,
    async act(page) {
      await contactsStep(page);
      await submit(page);
    },
  },
  { name: "new-account-reader", path: "/admin/accounts/new", answers: reader },
  { name: "account-info", path: "/admin/accounts/acc_1", answers },
  {
    name: "account-new-tag",
    path: "/admin/accounts/acc_1",
    answers,
    async act(page) {
      const input = page.locator("section").first().locator("input:not([type=hidden])").last();
      await input.click();
      await page.keyboard.type("pay");
    },
  },
  { name: "account-reader", path: "/admin/accounts/acc_1", answers: reader },
  { name: "account-archived", path: "/admin/accounts/acc_1", answers: { ...answers, Account: { data: { account: archived } } } },
  { name: "account-missing", path: "/admin/accounts/acc_9", answers: { ...answers, Account: refusal("NOT_FOUND", "We could not find this.") } },
  { name: "account-edit-contact", path: "/admin/accounts/acc_1", answers, act: cardMenu(0) },
  { name: "account-remove-contact", path: "/admin/accounts/acc_1", answers, act: cardMenu(1) },
  { name: "account-invite-again", path: "/admin/accounts/acc_1", answers, act: cardMenu(1, 1) },
  {
    name: "account-login-off",
    path: "/admin/accounts/acc_1",
    answers,
    act: (page) => page.locator("article input[role=switch]").first().uncheck({ force: true }).catch(() => undefined),
  },
  { name: "account-folders", path: "/admin/accounts/acc_1/folders", answers },
  { name: "account-timeline", path: "/admin/accounts/acc_1/timeline", answers },
];
