import { type InlineStylesInput, stylesToString } from "@mantine/core";
import { useInsertionEffect } from "react";
import { adoptStyles } from "./adoptStyles.ts";

/** Stands in for Mantine's component of the same name (see build/strictCsp.ts). */
export function InlineStyles({ selector, styles, media, container }: InlineStylesInput) {
  const css = stylesToString({ selector, styles, media, container });
  useInsertionEffect(() => adoptStyles(css), [css]);
  return null;
}
