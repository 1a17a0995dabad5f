import type { CSSProperties } from "react";
import { hexToOklch } from "../../ui/colour/oklch.ts";
import { darker, filled, neutrals, readableOn, shades } from "../../ui/colour/palette.ts";

export interface SchemeLooks {
  page: string;
  text: string;
  link: string;
  line: string;
}

export interface AccentLooks {
  button: CSSProperties;
  /** Buttons do not wear the colour itself, because text on it could not be read. */
  adjusted: boolean;
  light: SchemeLooks;
  dark: SchemeLooks;
}

/** What the portal makes of a colour, by the same rules as its theme. */
export function looksOf(accent: string): AccentLooks {
  const { fill, text } = filled(accent);
  const tuple = shades(hexToOklch(accent));
  const { gray, dark } = neutrals(accent);
  const [white, night] = ["#ffffff", dark[7] as string];
  return {
    button: { background: fill, color: text },
    adjusted: fill.toLowerCase() !== accent.toLowerCase(),
    light: {
      page: white,
      text: gray[9] as string,
      link: readableOn(darker(fill), white),
      line: gray[3] as string,
    },
    dark: {
      page: night,
      text: dark[0] as string,
      link: readableOn(tuple[4] as string, night),
      line: dark[4] as string,
    },
  };
}
