import { expect, test } from "vitest";
import { makeFormats } from "./formats.ts";

const MAY_3 = "2026-05-03T22:30:00Z";

test("dates are written as the reader writes them, in the firm's time zone", () => {
  expect(makeFormats("es", "Europe/Madrid").date(MAY_3)).toBe("4 de mayo de 2026");
  expect(makeFormats("de", "Europe/London").date(MAY_3)).toBe("3. Mai 2026");
});

test("a time names its zone only when the reader's differs", () => {
  const readers = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const other = readers === "Europe/Bucharest" ? "Europe/Madrid" : "Europe/Bucharest";
  expect(makeFormats("en", other).dateTime(MAY_3)).toMatch(/GMT|EE?ST|CES?T/u);
  expect(makeFormats("en", readers).dateTime(MAY_3)).not.toMatch(/GMT|UTC/u);
});

test("what is near is told by its distance, what is far by its date", () => {
  const now = new Date("2026-05-10T12:00:00Z").getTime();
  const { ago } = makeFormats("en", "UTC");
  expect(ago("2026-05-10T11:55:00Z", now)).toBe("5 minutes ago");
  expect(ago("2026-05-09T11:00:00Z", now)).toBe("yesterday");
  expect(ago("2026-05-01T11:00:00Z", now)).toBe("May 1, 2026");
});

test("a date nearby needs no year and is never broken over two lines", () => {
  const now = new Date("2026-05-10T12:00:00Z").getTime();
  const { nearDate } = makeFormats("es", "UTC");
  expect(nearDate("2026-05-03T11:00:00Z", now)).toBe("3\u00a0may");
  expect(nearDate("2025-05-03T11:00:00Z", now)).toBe("3\u00a0may\u00a02025");
});

test("names sort by the reader's language", () => {
  expect(["Zamfir", "Ștefan", "Savu", "Țepeș"].toSorted(makeFormats("ro").compare)).toEqual([
    "Savu",
    "Ștefan",
    "Țepeș",
    "Zamfir",
  ]);
});
