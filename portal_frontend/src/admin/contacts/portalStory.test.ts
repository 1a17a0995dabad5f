import { expect, test } from "vitest";
import { portalStory, type StoryLink, type StoryMail } from "./portalStory.ts";

const mail = (state: StoryMail["state"], more: Partial<StoryMail> = {}): StoryMail => ({
  state,
  createdAt: "2026-05-03T09:00:00.000Z",
  ...more,
});
const link = (more: Partial<StoryLink> = {}): StoryLink => ({
  login: true,
  portalAccess: "PENDING",
  contact: {},
  invitation: {
    sentAt: "2026-05-03T09:00:00.000Z",
    expiresAt: "2026-06-02T09:00:00.000Z",
    emails: [mail("ACCEPTED")],
  },
  ...more,
});
const withMails = (...emails: StoryMail[]) => link({ invitation: { ...link().invitation!, emails } });

// INV-6
test("an invitation that arrived and was not opened", () => {
  expect(portalStory(link())).toMatchObject({ kind: "UNOPENED", sentAt: "2026-05-03T09:00:00.000Z" });
});

test("a refused reminder counts more than the invitation that arrived", () => {
  expect(portalStory(withMails(mail("ACCEPTED"), mail("FAILED")))).toMatchObject({ kind: "UNDELIVERED" });
});

test("an e-mail called back is not counted", () => {
  expect(portalStory(withMails(mail("ACCEPTED"), mail("CANCELLED")))).toMatchObject({ kind: "UNOPENED" });
});

test("a delayed e-mail says when it is tried again", () => {
  const nextAttemptAt = "2026-05-03T10:00:00.000Z";
  expect(portalStory(withMails(mail("DEFERRED", { nextAttemptAt })))).toMatchObject({ kind: "DELAYED", nextAttemptAt });
});

test("an opened link tells more than the e-mail", () => {
  const openedAt = "2026-05-04T09:00:00.000Z";
  const story = portalStory(link({ invitation: { ...link().invitation!, openedAt, emails: [mail("FAILED")] } }));
  expect(story).toMatchObject({ kind: "OPENED", openedAt });
});

test("login on without an open invitation is not invited", () => {
  expect(portalStory(link({ portalAccess: "NOT_INVITED", invitation: null }))).toEqual({ kind: "NOT_INVITED" });
  expect(portalStory(link({ invitation: null }))).toEqual({ kind: "NOT_INVITED" });
});

test("an active person, one who expired, one who lost access, one who never had it", () => {
  const contact = { activatedAt: "2026-05-07T09:00:00.000Z", lastSeenAt: null };
  expect(portalStory(link({ portalAccess: "ACTIVE", contact }))).toMatchObject({ kind: "ACTIVE", since: contact.activatedAt });
  expect(portalStory(link({ portalAccess: "EXPIRED" }))).toMatchObject({ kind: "EXPIRED" });
  expect(portalStory(link({ portalAccess: "REVOKED" }))).toEqual({ kind: "REMOVED" });
  expect(portalStory(link({ portalAccess: "NONE" }))).toEqual({ kind: "NONE" });
});
