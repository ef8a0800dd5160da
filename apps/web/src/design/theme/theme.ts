import { ActionIcon, Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple, Menu, Tooltip } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#eef0ff', '#dfe2ff', '#bcc2ff', '#979fff', '#7882fb', '#626df6', '#525cec', '#434bd3', '#383fae', '#30377f',
];
const dark: MantineColorsTuple = [
  '#ededef', '#b9bbc3', '#9799a4', '#6d707b', '#34363c', '#26282d', '#1f2125', '#1a1b1f', '#131417', '#0e0f10',
];
const family = "'Inter Variable', Inter, system-ui, sans-serif";

export const theme = createTheme({
  primaryColor: 'brand',
  // Shade 6 in dark as well: white on shade 5 fails AA.
  primaryShade: { light: 6, dark: 6 },
  colors: { brand, dark },
  fontFamily: family,
  headings: { fontFamily: family, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '18px', sm: '20px', md: '20px', lg: '22px', xl: '26px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 28, variant: 'subtle', color: 'gray' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withinPortal: true, events: { hover: true, focus: true, touch: false } } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'none', transitionProps: { duration: 80 }, withInitialFocusPlaceholder: false } }),
  },
});

/** Mantine's own variables read our tokens, so that one change of scheme changes both. */
export const mantineVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-gray-light-color': 'var(--text-2)',
  };
  return { variables: {}, light: both, dark: both };
};
