export { holdBack, partOf } from './hold-back.ts';
export { Keyboard } from './keyboard.tsx';
export { keyLabels } from './key-labels.ts';
export { type Shortcut, type ShortcutGroup, useActiveShortcuts } from './shortcut-registry.ts';
export { useShortcut } from './use-shortcut.ts';
