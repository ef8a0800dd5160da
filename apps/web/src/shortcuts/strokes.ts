/** `mod+k`, `alt+arrowleft`, `?`: Shift counts only with keys that it does not change into another sign. */
export function strokeOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const shift = event.shiftKey && (key.length > 1 || /\p{Letter}/u.test(key));
  return [event.metaKey || event.ctrlKey ? 'mod' : '', event.altKey ? 'alt' : '', shift ? 'shift' : '', key].filter(Boolean).join('+');
}

export const isPrefix = (sequence: string, keys: string): boolean => keys.startsWith(`${sequence} `);
