import { expect, test } from "vitest";
import type { EmailState } from "../generated/graphql";
import { deliveryOf } from "./deliveryOf.ts";

const mail = (state: EmailState, lastReply: string | null = null, nextAttemptAt: string | null = null) => ({
  kind: "PORTAL_INVITATION",
  state,
  lastReply,
  nextAttemptAt,
  createdAt: "2026-05-03T08:00:00Z",
});

test("nothing was sent, so there is nothing to tell", () => {
  expect(deliveryOf([])).toBeNull();
  expect(deliveryOf([mail("CANCELLED")])).toBeNull();
});

test("the newest e-mail counts, with the mail server's reply (INV-4)", () => {
  const reminder = mail("FAILED", "550 5.1.1 user unknown");
  expect(deliveryOf([mail("ACCEPTED", "250 ok"), reminder])).toEqual({ kind: "FAILED", reply: "550 5.1.1 user unknown" });
});

test("an e-mail called back does not hide the one before it", () => {
  expect(deliveryOf([mail("ACCEPTED", "250 ok"), mail("CANCELLED")])).toEqual({ kind: "ACCEPTED", reply: "250 ok" });
});

test("a delayed one tells when it is tried again; one under way is on its way", () => {
  const next = "2026-05-03T08:10:00Z";
  expect(deliveryOf([mail("DEFERRED", "451 later", next)])).toEqual({
    kind: "DEFERRED",
    reply: "451 later",
    nextAttemptAt: next,
  });
  expect(deliveryOf([mail("QUEUED")])).toEqual({ kind: "ON_ITS_WAY" });
  expect(deliveryOf([mail("SENDING")])).toEqual({ kind: "ON_ITS_WAY" });
});
