import { useEffect, useRef } from 'react';
import { register, type Shortcut } from './shortcut-registry.ts';

/** Binds a key while the component is shown. The one mounted last wins, so a page overrides the shell. */
export function useShortcut(shortcut: Shortcut, enabled = true): void {
  const latest = useRef(shortcut.run);
  useEffect(() => {
    latest.current = shortcut.run;
  });
  const { keys, label, group, whileTyping = false, inDialog = false } = shortcut;
  useEffect(() => {
    if (!enabled) return undefined;
    return register({ keys, label, group, whileTyping, inDialog, run: (event) => latest.current(event) });
  }, [keys, label, group, whileTyping, inDialog, enabled]);
}
