import { useLayoutEffect, useRef } from 'react';
import { register, type Shortcut } from './shortcut-registry.ts';

/**
 * Binds a key while the component is shown. The one mounted last wins, so a page overrides the shell. It is bound before the
 * picture is: a hint that can be seen is a key that works.
 */
export function useShortcut(shortcut: Shortcut, enabled = true): void {
  const latest = useRef(shortcut.run);
  useLayoutEffect(() => {
    latest.current = shortcut.run;
  });
  const { keys, label, group, whileTyping = false, inDialog = false, opens = false } = shortcut;
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    return register({ keys, label, group, whileTyping, inDialog, opens, run: (event) => latest.current(event) });
  }, [keys, label, group, whileTyping, inDialog, opens, enabled]);
}
