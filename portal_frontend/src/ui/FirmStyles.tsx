import { convertCssVariables, deepMerge, defaultCssVariablesResolver, useMantineTheme } from "@mantine/core";
import { useInsertionEffect, useMemo } from "react";
import { adoptStyles } from "./csp/adoptStyles.ts";
import { cssVariables } from "./theme.ts";

/** Mantine's variables and ours as a constructed style sheet, in place of Mantine's `<style>` element. */
export function FirmStyles() {
  const theme = useMantineTheme();
  const css = useMemo(
    () => convertCssVariables(deepMerge(defaultCssVariablesResolver(theme), cssVariables(theme))),
    [theme],
  );
  useInsertionEffect(() => adoptStyles(css), [css]);
  return null;
}
