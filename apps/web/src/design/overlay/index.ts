export { ConfirmDialog } from './confirm-dialog.tsx';
export { Dialog, type DialogProps } from './dialog.tsx';
export { SidePanel } from './side-panel.tsx';
