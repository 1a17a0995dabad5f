import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";

/** Renders with the look and the words a component expects around it. */
export function show(children: ReactNode) {
  return render(
    <I18nProvider i18n={i18n}>
      <MantineProvider env="test" withCssVariables={false} withGlobalClasses={false}>
        {children}
      </MantineProvider>
    </I18nProvider>,
  );
}
