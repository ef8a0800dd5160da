import './overlay-styles.ts';
import { m } from '#words';
import { Drawer } from '@mantine/core';
import type { DialogProps } from './dialog.tsx';
import { OverlayFooter } from './overlay-footer.tsx';
import { useFocusBack } from './use-focus-back.ts';

const widths = { small: 320, medium: 440, large: 640 };

/** Slides in from the right, the page stays visible: for looking and editing without leaving a list. */
export function SidePanel({ title, onClose, children, footer, size = 'medium', from = 'right' }: DialogProps & { readonly from?: 'right' | 'bottom' }) {
  useFocusBack();
  return (
    <Drawer
      opened onClose={onClose} title={title} position={from} size={from === 'bottom' ? 'auto' : widths[size]}
      closeButtonProps={{ 'aria-label': m.design_close() }} transitionProps={{ duration: 140 }}
    >
      {children}
      {footer && <OverlayFooter>{footer}</OverlayFooter>}
    </Drawer>
  );
}
