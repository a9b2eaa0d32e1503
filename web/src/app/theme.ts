import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const pine: MantineColorsTuple = [
  "#eefaf7",
  "#d9f1ec",
  "#b3e2d8",
  "#89d1c2",
  "#63bfad",
  "#3fa592",
  "#23897a",
  "#157067",
  "#0f5f59",
  "#0a4743",
];

/** A dialog's title bar is not the page's banner, whatever its `header` element suggests. */
const plainHeader = { defaultProps: { attributes: { header: { role: "presentation" } } } };

/** A word cut in half says nothing; the text beside it gives way instead. */
const whole = { styles: { root: { flexShrink: 0 } } };

export const theme = createTheme({
  components: { Modal: plainHeader, Drawer: plainHeader, Button: whole, Badge: whole },
  colors: { pine },
  primaryColor: "pine",
  primaryShade: 7,
  autoContrast: true,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif',
  headings: { fontWeight: "650" },
});

/** Mantine's greys, reds and yellows for small text miss the 4.5:1 that people with weak eyes need. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--cw-canvas": "#f5f7f6",
    "--mantine-color-dimmed": "#59636b",
    "--mantine-color-error": "#c02626",
    "--mantine-color-placeholder": "#6b747c",
    "--mantine-color-yellow-light-color": "#734700",
    "--mantine-color-orange-light-color": "#8a3606",
    "--mantine-color-red-light-color": "#a61b1b",
  },
  dark: {
    "--cw-canvas": "#191b1d",
    "--mantine-color-dimmed": "#a7adb3",
    "--mantine-color-error": "#ff8787",
    "--mantine-color-placeholder": "#8d949a",
  },
});
