import { expect, test } from "vitest";
import { daysOf, textOf } from "./reminderDays.ts";

test("days are read however they are separated, each once and in order", () => {
  expect(daysOf("25, 3;10 3")).toEqual([3, 10, 25]);
  expect(textOf([3, 10, 25])).toBe("3, 10, 25");
});

test("no days means no reminders", () => {
  expect(daysOf("  ")).toEqual([]);
});

test("what is no number of days is refused", () => {
  expect(daysOf("3, ten")).toBeNull();
  expect(daysOf("3, -1")).toBeNull();
  expect(daysOf("1.5")).toBeNull();
  expect(daysOf("1000")).toBeNull();
});
