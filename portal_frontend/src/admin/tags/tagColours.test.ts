import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast, oklchToHex } from "../../ui/colour/oklch.ts";
import { COLOURS, HUES, LIGHTNESS, nextColour } from "./tagColours.ts";

test.each(COLOURS)("a %s tag can be read in light and dark", (color) => {
  const { hue: h, chroma } = HUES[color];
  for (const { words, ground } of Object.values(LIGHTNESS)) {
    const [ink, paper] = [words, ground].map(({ l, share }) => oklchToHex({ l, c: chroma * share, h })) as [string, string];
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  }
});

test("the style sheet has the lightness that is checked here", () => {
  const styles = readFileSync(join(import.meta.dirname, "tags.module.css"), "utf8");
  for (const { words, ground } of Object.values(LIGHTNESS)) {
    for (const { l, share } of [words, ground]) {
      expect(styles).toContain(`oklch(${l} calc(var(--tag-chroma) * ${share}) var(--tag-hue))`);
    }
  }
});

test("a tag made in passing takes a colour that is rare so far", () => {
  expect(nextColour([])).toBe("RED");
  expect(nextColour(COLOURS.filter((color) => color !== "TEAL").map((color) => ({ color })))).toBe("TEAL");
});
