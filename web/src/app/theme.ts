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

export const theme = createTheme({
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

/** Mantine's greys and reds for small text miss the 4.5:1 that people with weak eyes need. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--cw-canvas": "#f5f7f6",
    "--mantine-color-dimmed": "#59636b",
    "--mantine-color-error": "#c02626",
    "--mantine-color-placeholder": "#6b747c",
  },
  dark: {
    "--cw-canvas": "#191b1d",
    "--mantine-color-dimmed": "#a7adb3",
    "--mantine-color-error": "#ff8787",
    "--mantine-color-placeholder": "#8d949a",
  },
});
