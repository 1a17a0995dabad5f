import { mergeMantineTheme, DEFAULT_THEME } from "@mantine/core";
import { describe, expect, test } from "vitest";
import { cssVariables, makeTheme } from "../theme.ts";
import { contrast, hexToOklch, oklchToHex } from "./oklch.ts";
import { filled, readableOn } from "./palette.ts";

const ACCENTS = ["#0f766e", "#1f5fa8", "#ffd400", "#ff7a00", "#e11d48", "#000000", "#ffffff", "#7f7f7f", "#00ff88", "#4c1d95"];

test("a colour survives the way to OKLCH and back", () => {
  for (const accent of ACCENTS) expect(oklchToHex(hexToOklch(accent))).toBe(accent);
});

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 1);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 1);
});

describe.each(ACCENTS)("a firm whose colour is %s", (accent) => {
  const theme = mergeMantineTheme(DEFAULT_THEME, makeTheme("portal", accent, "Close"));
  const variables = cssVariables(theme);

  test("has buttons that can be read", () => {
    const { fill, text } = filled(accent);
    expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
  });

  test("has links, states and quiet text that can be read in light and dark", () => {
    for (const [mode, background] of [
      [variables.light, theme.colors.gray[1] as string],
      [variables.dark, theme.colors.dark[7] as string],
    ] as const) {
      for (const name of ["accent-text", "green-text", "yellow-text", "red-text", "dimmed"]) {
        const colour = mode[`--mantine-color-${name}`] as string;
        expect(contrast(colour, background), `${name} on ${background}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

test("a colour that can be read stays as the firm chose it", () => {
  expect(filled("#0f766e").fill).toBe("#0f766e");
  expect(readableOn("#0f766e", "#ffffff")).toBe("#0f766e");
});
