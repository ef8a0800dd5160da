import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it before an overlay came: overlays are drawn only while they are open, and Mantine
 * gives it back only to those that are there all the time. Whoever has it by then keeps it.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    setTimeout(() => {
      const nobody = document.activeElement === null || document.activeElement === document.body;
      if (nobody && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    }, 20);
  }, [before]);
}
