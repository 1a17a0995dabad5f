import { expect, test } from "vitest";
import { contrast } from "../../ui/colour/oklch.ts";
import { looksOf } from "./accentLooks.ts";

const ACCENTS = ["#1f5fa8", "#f59e0b", "#ffff00", "#000000", "#ffffff", "#e5484d", "#7dd3fc", "#0f766e"];

test.each(ACCENTS)("text in the preview of %s can be read, by day and by night", (accent) => {
  const { button, light, dark } = looksOf(accent);
  expect(contrast(String(button.background), String(button.color))).toBeGreaterThanOrEqual(4.5);
  for (const { page, text, link } of [light, dark]) {
    expect(contrast(page, text)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(page, link)).toBeGreaterThanOrEqual(4.5);
  }
});

test("a colour that cannot carry text is said to be adjusted", () => {
  expect(looksOf("#1f5fa8").adjusted).toBe(false);
  expect(looksOf("#e5484d").adjusted).toBe(true);
});
