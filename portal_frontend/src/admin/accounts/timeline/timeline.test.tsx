import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../../../i18n/LanguageProvider.tsx";
import { byDay } from "./days.ts";
import { useChangeWords } from "./useChangeWords.ts";
import { useEventWords } from "./useEventWords.ts";

const wrapper = ({ children }: { children: ReactNode }) => (
  <LanguageProvider loadFace={async () => ({ messages: {} })}>
    <I18nProvider i18n={i18n}>{children}</I18nProvider>
  </LanguageProvider>
);

// ACC-11
test("days are those of the firm's time zone", () => {
  const events = [{ at: "2026-05-03T22:30:00.000Z" }, { at: "2026-05-03T21:30:00.000Z" }, { at: "2026-05-03T10:00:00.000Z" }];
  expect(byDay(events, "Europe/Madrid").map(({ key, events: of }) => [key, of.length])).toEqual([
    ["2026-05-04", 1],
    ["2026-05-03", 2],
  ]);
  expect(byDay(events, "UTC")).toHaveLength(1);
  expect(byDay([], "UTC")).toEqual([]);
});

test("an event is a sentence with who and whom", () => {
  const { result } = renderHook(useEventWords, { wrapper });
  const event = { actorName: "Lucía Martín", actorKind: "STAFF", subjectName: "Ana Popescu" };
  expect(result.current({ ...event, action: "invitation.sent" })).toBe("Lucía Martín invited Ana Popescu to the portal.");
  expect(result.current({ ...event, action: "account.archived" })).toBe("Lucía Martín archived the account.");
});

test("an action this page does not know is told by its name", () => {
  const { result } = renderHook(useEventWords, { wrapper });
  const event = { actorName: "", actorKind: "SYSTEM", action: "moon.risen" };
  expect(result.current(event)).toBe("Antesala: moon.risen");
});

test("changes are told in words, in the order of the forms", () => {
  const { result } = renderHook(useChangeWords, { wrapper });
  const changes = [
    { field: "stage", old: "LEAD", new: "CLIENT" },
    { field: "number", old: null, new: "14" },
    { field: "name", old: "Old", new: "New" },
    { field: "login", old: "false", new: "true" },
  ];
  expect(result.current(changes)).toEqual([
    { label: "Account name", old: "Old", new: "New" },
    { label: "Stage", old: "Lead", new: "Client" },
    { label: "Login", old: "off", new: "on" },
  ]);
});

test("what was on from the start is one line, what was off is none", () => {
  const { result } = renderHook(useChangeWords, { wrapper });
  const changes = [
    { field: "sync", old: null, new: "true" },
    { field: "login", old: null, new: "true" },
    { field: "commercial", old: null, new: "false" },
  ];
  expect(result.current(changes)).toEqual([{ label: "On", old: null, new: "Login and Sync" }]);
});
