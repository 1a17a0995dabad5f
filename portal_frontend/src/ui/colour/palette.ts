import type { MantineColorsTuple } from "@mantine/core";
import { contrast, hexToOklch, luminance, type Oklch, oklchToHex } from "./oklch.ts";

export const FALLBACK_ACCENT = "#1f5fa8";

/** 4.5:1 with a little to spare for rounding. */
const READABLE = 4.6;
const LIGHTNESS = [0.975, 0.945, 0.895, 0.83, 0.755, 0.675, 0.595, 0.515, 0.44, 0.36];

export const isHexColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

/** Ten shades of one hue, lightest first. */
export function shades(seed: Oklch): MantineColorsTuple {
  return LIGHTNESS.map((l, index) =>
    oklchToHex({ l, c: seed.c * (index < 4 ? 0.25 + index * 0.2 : 1), h: seed.h }),
  ) as unknown as MantineColorsTuple;
}

/** Moves a colour's lightness until it can be read on every one of the backgrounds. */
export function readableOn(hex: string, ...backgrounds: string[]): string {
  const step = backgrounds.every((background) => luminance(background) > 0.18) ? -0.01 : 0.01;
  const colour = hexToOklch(hex);
  let candidate = hex;
  while (backgrounds.some((background) => contrast(candidate, background) < READABLE)) {
    colour.l += step;
    if (colour.l <= 0 || colour.l >= 1) return step < 0 ? "#000000" : "#ffffff";
    candidate = oklchToHex(colour);
  }
  return candidate;
}

/** The colour of filled buttons and the text on it: the firm's own where it can be read. A colour that nearly
 *  carries white text is darkened; a truly light one keeps its look and takes dark text. */
export function filled(accent: string): { fill: string; text: string } {
  if (contrast(accent, "#ffffff") >= 3) return { fill: readableOn(accent, "#ffffff"), text: "#ffffff" };
  return { fill: accent, text: "#101418" };
}

/** What a filled button turns into under the pointer. */
export function darker(hex: string): string {
  const colour = hexToOklch(hex);
  return oklchToHex({ ...colour, l: colour.l - 0.045 });
}

/** Neutral greys with a hint of the accent. */
export function neutrals(accent: string): { gray: MantineColorsTuple; dark: MantineColorsTuple } {
  const { h } = hexToOklch(accent);
  const gray = [0.985, 0.965, 0.93, 0.89, 0.83, 0.7, 0.52, 0.43, 0.33, 0.24];
  const dark = [0.9, 0.82, 0.73, 0.55, 0.36, 0.29, 0.25, 0.205, 0.175, 0.145];
  const tuple = (steps: number[]) =>
    steps.map((l) => oklchToHex({ l, c: l > 0.9 ? 0.004 : 0.008, h })) as unknown as MantineColorsTuple;
  return { gray: tuple(gray), dark: tuple(dark) };
}
