import { expect, test } from "vitest";
import { timeZones } from "./timeZones.ts";

const summer = new Date("2026-07-01T12:00:00Z");

test("every zone is found by its place and tells what it is ahead of UTC today", () => {
  const zones = timeZones("en", "Europe/Madrid", summer);
  expect(zones.find(({ value }) => value === "Europe/Madrid")?.label).toBe("Europe / Madrid · GMT+2");
  expect(zones.find(({ value }) => value === "America/New_York")?.label).toBe("America / New York · GMT-4");
  expect(zones.some(({ value }) => value === "UTC")).toBe(true);
});

test("the zone the firm has is there even where this browser does not list it", () => {
  const zones = timeZones("en", "Asia/Calcutta", summer);
  expect(zones.filter(({ value }) => value === "Asia/Calcutta")).toHaveLength(1);
});
