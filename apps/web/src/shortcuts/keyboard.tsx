import { useEffect } from 'react';
import { holdBack, partOf } from './hold-back.ts';
import { isPrefix, strokeOf } from './strokes.ts';
import { activeShortcuts, type Shortcut } from './shortcut-registry.ts';
import { TypedAhead } from './typed-ahead.ts';

/** How long the second key of a sequence such as G C may take, in milliseconds. */
const patience = 1200;
const layers = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]';
/** While one of these is open the page behind is silent, also when what had the focus in it is gone. */
const modal = '[aria-modal=true]';

const isTyping = (target: Element): boolean =>
  target.matches('input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true]');

/** Enter and Space belong to the button or link that has the focus. */
const isPressed = (target: Element, keys: string): boolean =>
  (keys === 'enter' || keys === 'space') && target.matches('a[href],button,summary,input,select');

function hears(shortcut: Shortcut, target: EventTarget | null): boolean {
  if (!shortcut.inDialog && document.querySelector(modal)) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest(layers) && !shortcut.inDialog) return false;
  if (isPressed(target, shortcut.keys)) return false;
  return !isTyping(target) || shortcut.whileTyping === true || shortcut.keys.startsWith('mod+');
}

const isSaving = (event: KeyboardEvent): boolean => (event.metaKey || event.ctrlKey) && event.key === 'Enter';

/** The one listener of the app: it hears every key and runs the shortcut that was bound last. */
export function Keyboard() {
  useEffect(() => {
    let typed = '';
    let since = 0;
    const ahead = new TypedAhead();
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return;
      if (ahead.takes(event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const heard = activeShortcuts().filter((shortcut) => hears(shortcut, event.target));
      const sequence = event.timeStamp - since < patience && typed ? `${typed} ${strokeOf(event)}` : strokeOf(event);
      since = event.timeStamp;
      const shortcut = heard.findLast(({ keys }) => keys === sequence);
      typed = !shortcut && heard.some(({ keys }) => isPrefix(sequence, keys)) ? sequence : '';
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      // Held, it saves once.
      if (event.repeat && isSaving(event)) return;
      if (shortcut.opens) ahead.begin(event.timeStamp);
      shortcut.run(event);
    };
    /** Neither by a key nor by a button is sent what cannot be read. */
    const stop = (event: Event): boolean => {
      if (!holdBack(partOf(event.target))) return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    };
    // ⌘↵ is heard before the field that has the focus: a list of choices would take its Enter and open.
    const early = (event: KeyboardEvent) => isSaving(event) && (stop(event) || listen(event));
    const late = (event: KeyboardEvent) => isSaving(event) || listen(event);
    addEventListener('keydown', early, true);
    addEventListener('keydown', late);
    addEventListener('submit', stop, true);
    const focus = (event: FocusEvent) => ahead.hand(event.target, event.timeStamp);
    addEventListener('focusin', focus);
    return () => {
      removeEventListener('keydown', early, true);
      removeEventListener('keydown', late);
      removeEventListener('submit', stop, true);
      removeEventListener('focusin', focus);
    };
  }, []);
  return null;
}
