import type { CSSProperties } from "react";
import type { TagColor } from "../generated/graphql";

/** Hue in degrees and chroma of OKLCH; lightness is that of the style sheet, so every colour reads alike. */
export const HUES: Record<TagColor, { hue: number; chroma: number }> = {
  GRAY: { hue: 260, chroma: 0.012 },
  RED: { hue: 25, chroma: 0.14 },
  ORANGE: { hue: 55, chroma: 0.12 },
  YELLOW: { hue: 92, chroma: 0.11 },
  LIME: { hue: 125, chroma: 0.12 },
  GREEN: { hue: 152, chroma: 0.11 },
  TEAL: { hue: 185, chroma: 0.09 },
  CYAN: { hue: 218, chroma: 0.1 },
  BLUE: { hue: 250, chroma: 0.13 },
  INDIGO: { hue: 274, chroma: 0.14 },
  VIOLET: { hue: 298, chroma: 0.14 },
  GRAPE: { hue: 325, chroma: 0.14 },
  PINK: { hue: 355, chroma: 0.14 },
};

/** In the order of the rainbow, grey first. */
export const COLOURS = Object.keys(HUES) as TagColor[];

/** The lightness and the share of the chroma of words and their ground, as `tags.module.css` has them. */
export const LIGHTNESS = {
  light: { words: { l: 0.4, share: 1 }, ground: { l: 0.94, share: 0.3 } },
  dark: { words: { l: 0.88, share: 0.55 }, ground: { l: 0.33, share: 0.5 } },
};

/** What tells a tag's element its colour. */
export const colourOf = (color: TagColor) =>
  ({ "--tag-hue": HUES[color].hue, "--tag-chroma": HUES[color].chroma }) as CSSProperties;

/** The colour of a tag made in passing: one that the others have least; grey is for who chooses it. */
export function nextColour(others: readonly { color: TagColor }[]): TagColor {
  const count = (color: TagColor) => others.filter((tag) => tag.color === color).length;
  return COLOURS.filter((color) => color !== "GRAY").toSorted((one, other) => count(one) - count(other))[0] ?? "GRAY";
}
