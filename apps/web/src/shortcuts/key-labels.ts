const isApple = /mac|iphone|ipad/i.test(navigator.platform);

const names: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl', alt: isApple ? '⌥' : 'Alt', shift: '⇧', enter: '↵', escape: 'Esc', space: '␣',
  arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', backspace: '⌫',
};

/** The keys as people see them on their own keyboard: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere. */
export const keyLabels = (keys: string): string[] =>
  keys.split(' ').flatMap((stroke) => stroke.split('+')).map((key) => names[key] ?? key.toUpperCase());
