import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./global.css";
import { useLingui } from "@lingui/react/macro";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type ReactNode, useMemo } from "react";
import { FirmStyles } from "./FirmStyles.tsx";
import { schemeStore } from "./scheme.ts";
import { type Face, makeTheme } from "./theme.ts";

/** The look of one firm around everything. Needs an active language (I18nProvider) outside. */
export function AppProvider({ face, accent, children }: { face: Face; accent: string; children: ReactNode }) {
  const { t } = useLingui();
  const close = t`Close`;
  const theme = useMemo(() => makeTheme(face, accent, close), [face, accent, close]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemeStore}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <FirmStyles />
      {children}
      {/* Staff work in sheets on the right, whose buttons stay in sight. */}
      <Notifications position={face === "staff" ? "bottom-left" : "bottom-center"} limit={3} transitionDuration={120} />
    </MantineProvider>
  );
}
