import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from "@mantine/core";
import { hexToOklch } from "./colour/oklch.ts";
import { darker, FALLBACK_ACCENT, filled, isHexColour, neutrals, readableOn, shades } from "./colour/palette.ts";

export type Face = "portal" | "staff";

const STATES = {
  green: { l: 0.6, c: 0.13, h: 152 },
  yellow: { l: 0.7, c: 0.13, h: 75 },
  red: { l: 0.58, c: 0.18, h: 25 },
};

const sizes = {
  staff: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  portal: { xs: "0.875rem", sm: "1rem", md: "1rem", lg: "1.0625rem", xl: "1.25rem" },
};

const headings = {
  staff: { h1: "1.375rem", h2: "1.0625rem", h3: "0.9375rem", h4: "0.875rem" },
  portal: { h1: "1.75rem", h2: "1.25rem", h3: "1.0625rem", h4: "1rem" },
};

const SYSTEM_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** A `header` in a dialog would count as a second banner of the page. */
const plainHeader = { defaultProps: { component: "div" } };

/** The one look of Antesala in the colour of a firm; `closeLabel` names every close button. */
export function makeTheme(face: Face, accent: string, closeLabel: string): MantineThemeOverride {
  const colour = isHexColour(accent) ? accent : FALLBACK_ACCENT;
  const tuple = [...shades(hexToOklch(colour))];
  tuple[6] = filled(colour).fill;
  tuple[7] = darker(tuple[6]);
  const { gray, dark } = neutrals(colour);
  const red = [...shades(STATES.red)];
  red[6] = readableOn(red[6] as string, "#ffffff");
  red[7] = darker(red[6]);
  const control = face === "portal" ? "lg" : "sm";
  const sized = { defaultProps: { size: control } };
  // Options stand beside their field, not at the end of the page, so they belong to its landmark.
  // The list itself scrolls, and Tab passes it: browsers stop at what scrolls, and this closes with its field.
  const choosing = {
    defaultProps: {
      size: control,
      comboboxProps: { withinPortal: false },
      withScrollArea: false,
      attributes: { options: { tabIndex: -1 } },
      styles: { options: { maxHeight: 240, overflowY: "auto" } },
    },
  };
  const closing = { closeButtonProps: { "aria-label": closeLabel } };

  return createTheme({
    primaryColor: "accent",
    primaryShade: 6,
    autoContrast: true,
    luminanceThreshold: 0.3,
    colors: {
      accent: tuple as never,
      gray,
      dark,
      green: shades(STATES.green),
      yellow: shades(STATES.yellow),
      red: red as never,
    },
    white: "#ffffff",
    black: gray[9],
    fontFamily: SYSTEM_FONT,
    fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
    fontSizes: sizes[face],
    headings: {
      fontWeight: "600",
      textWrap: "balance",
      sizes: Object.fromEntries(
        Object.entries(headings[face]).map(([name, fontSize]) => [name, { fontSize, lineHeight: "1.3" }]),
      ),
    },
    spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
    radius: { xs: "0.25rem", sm: "0.375rem", md: "0.5rem", lg: "0.75rem", xl: "1rem" },
    defaultRadius: "md",
    shadows: {
      xs: "none",
      sm: "none",
      md: "0 4px 16px rgb(0 0 0 / 0.12)",
      lg: "0 8px 24px rgb(0 0 0 / 0.16)",
      xl: "0 12px 40px rgb(0 0 0 / 0.2)",
    },
    respectReducedMotion: true,
    cursorType: "pointer",
    components: {
      ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: face === "portal" ? 44 : "lg" } },
      Alert: { defaultProps: { variant: "light" } },
      Badge: { defaultProps: { variant: "light", tt: "none", fw: 500, radius: "sm" } },
      Button: sized,
      Drawer: { defaultProps: { ...closing, transitionProps: { duration: 120 } } },
      InputWrapper: sized,
      Loader: { defaultProps: { size: "sm" } },
      DrawerHeader: plainHeader,
      Menu: {
        defaultProps: { shadow: "md", transitionProps: { duration: 80 }, withInitialFocusPlaceholder: false },
      },
      ModalHeader: plainHeader,
      ModalTitle: { defaultProps: { fw: 600, fz: "lg", lh: 1.35 } },
      DrawerTitle: { defaultProps: { fw: 600, fz: "lg", lh: 1.35 } },
      Modal: { defaultProps: { ...closing, centered: true, transitionProps: { duration: 120 } } },
      NativeSelect: sized,
      Notification: { defaultProps: closing },
      Paper: { defaultProps: { withBorder: true } },
      PasswordInput: sized,
      Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 80 } } },
      Select: choosing,
      Autocomplete: choosing,
      MultiSelect: choosing,
      Textarea: sized,
      TextInput: sized,
      Tooltip: { defaultProps: { withinPortal: false, transitionProps: { duration: 80 }, openDelay: 300 } },
    },
    other: { face, accent: colour },
  });
}

const mix = (token: string, percent: number) =>
  `color-mix(in oklab, var(${token}) ${percent}%, var(--mantine-color-body))`;

/** Mends what falls under 4.5:1 in Mantine's own variables, for every hue we use. */
export const cssVariables: CSSVariablesResolver = (theme) => {
  const { gray, dark } = theme.colors as Record<"gray" | "dark", readonly string[]>;
  const [panel, hover] = [gray[1] as string, gray[2] as string];
  const [night, nightPanel] = [dark[7] as string, dark[5] as string];
  const light: Record<string, string> = {};
  const darkly: Record<string, string> = {};

  for (const name of ["accent", "green", "yellow", "red"]) {
    const tuple = theme.colors[name] as readonly string[];
    const onLight = readableOn(tuple[7] as string, "#ffffff", panel, hover);
    const onDark = readableOn(tuple[4] as string, night, nightPanel);
    light[`--mantine-color-${name}-text`] = onLight;
    light[`--mantine-color-${name}-light-color`] = onLight;
    light[`--mantine-color-${name}-outline`] = onLight;
    light[`--mantine-color-${name}-light`] = mix(`--mantine-color-${name}-5`, 10);
    light[`--mantine-color-${name}-light-hover`] = mix(`--mantine-color-${name}-5`, 16);
    darkly[`--mantine-color-${name}-text`] = onDark;
    darkly[`--mantine-color-${name}-light-color`] = onDark;
    darkly[`--mantine-color-${name}-outline`] = onDark;
    darkly[`--mantine-color-${name}-light`] = mix(`--mantine-color-${name}-5`, 14);
    darkly[`--mantine-color-${name}-light-hover`] = mix(`--mantine-color-${name}-5`, 22);
  }

  const shared = (name: string) => ({
    "--mantine-color-anchor": `var(--mantine-color-accent-text)`,
    "--mantine-color-error": "var(--mantine-color-red-text)",
    "--mantine-color-success": "var(--mantine-color-green-text)",
    "--mantine-color-gray-light-color": "var(--mantine-color-text)",
    "--mantine-color-gray-text": "var(--mantine-color-dimmed)",
    "--mantine-color-gray-outline": "var(--mantine-color-dimmed)",
    "--surface-page": name,
  });

  return {
    variables: {
      "--mantine-primary-color-contrast": filled(theme.other.accent as string).text,
    },
    light: {
      ...light,
      ...shared(gray[0] as string),
      "--mantine-color-dimmed": readableOn(gray[6] as string, "#ffffff", panel, hover),
      "--mantine-color-placeholder": readableOn(gray[6] as string, "#ffffff"),
      "--mantine-color-default-border": gray[4] as string,
      "--mantine-color-gray-light": gray[2] as string,
      "--mantine-color-disabled-color": gray[6] as string,
      "--hairline": gray[3] as string,
      "--surface-raised": "#ffffff",
      "--surface-hover": panel,
    },
    dark: {
      ...darkly,
      ...shared(dark[8] as string),
      "--mantine-color-dimmed": readableOn(dark[2] as string, night, nightPanel),
      "--mantine-color-placeholder": readableOn(dark[3] as string, dark[6] as string),
      "--mantine-color-default-border": dark[4] as string,
      "--mantine-color-gray-light": dark[5] as string,
      "--mantine-color-disabled-color": dark[2] as string,
      "--hairline": dark[4] as string,
      "--surface-raised": night,
      "--surface-hover": dark[6] as string,
    },
  };
};
