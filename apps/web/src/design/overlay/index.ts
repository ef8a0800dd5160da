export { BothWays } from './both-ways.tsx';
export type { DialogProps } from './dialog.tsx';
export { ConfirmDialog, Dialog, SidePanel } from './lazy-overlays.tsx';
