import { expect, test } from "vitest";
import { deliveryEvents } from "./deliveryEvents.ts";

const at = (day: number) => `2026-05-${String(day).padStart(2, "0")}T09:00:00.000Z`;

// INV-6
test("the way of an invitation from writing to activation, reminders between", () => {
  const events = deliveryEvents({
    sentAt: at(3),
    expiresAt: at(30),
    openedAt: at(7),
    acceptedAt: at(8),
    emails: [
      {
        id: "eml_1",
        kind: "PORTAL_INVITATION",
        state: "ACCEPTED",
        createdAt: at(3),
        attempts: [
          { at: at(4), state: "DEFERRED", reply: "451 later" },
          { at: at(5), state: "ACCEPTED", reply: "250 ok" },
        ],
      },
      { id: "eml_2", kind: "REMINDER", state: "QUEUED", createdAt: at(6), attempts: [] },
    ],
  });
  expect(events.map(({ what, reply }) => [what, reply ?? null])).toEqual([
    ["QUEUED", null],
    ["DEFERRED", "451 later"],
    ["ACCEPTED", "250 ok"],
    ["REMINDER_QUEUED", null],
    ["OPENED", null],
    ["ACTIVATED", null],
  ]);
});

test("an e-mail called back says so", () => {
  const emails = [{ id: "eml_1", kind: "PORTAL_INVITATION", state: "CANCELLED" as const, createdAt: at(3), attempts: [] }];
  const events = deliveryEvents({ sentAt: at(3), expiresAt: at(30), emails });
  expect(events.map(({ what }) => what)).toEqual(["QUEUED", "CANCELLED"]);
});
