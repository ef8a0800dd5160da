import './overlay-styles.ts';
import { m } from '#words';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { OverlayFooter } from './overlay-footer.tsx';
import { useFocusBack } from './use-focus-back.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the primary one last; ⌘↵ belongs to it. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
}

const widths = { small: 400, medium: 560, large: 760 };

/**
 * Mounted while it is open: `{open && <Dialog …/>}`. Keeps the focus inside and gives it back. `held`: neither Esc nor a
 * click beside it closes it, only what stands inside.
 */
export function Dialog({ title, onClose, children, footer, size = 'medium', held = false }: DialogProps & { readonly held?: boolean }) {
  useFocusBack();
  return (
    <Modal
      opened onClose={onClose} title={title} size={widths[size]} yOffset="12vh" radius="lg"
      withCloseButton={!held} closeOnEscape={!held} closeOnClickOutside={!held}
      closeButtonProps={{ 'aria-label': m.design_close() }} transitionProps={{ duration: 120 }}
    >
      {children}
      {footer && <OverlayFooter>{footer}</OverlayFooter>}
    </Modal>
  );
}
