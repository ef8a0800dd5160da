import { type RefObject, useEffect } from 'react';

const turningAway = ['pointerdown', 'wheel', 'keydown'] as const;

/** Shows the contact for whom one came, also while what stands above him still comes in, until one looks elsewhere. */
export function useSought(found: RefObject<HTMLElement | null>, sought: string | undefined): void {
  useEffect(() => {
    const around = found.current?.closest('section')?.parentElement;
    if (!sought || !around) return undefined;
    const growing = new ResizeObserver(() => found.current && toTheMiddle(found.current));
    const stop = () => {
      growing.disconnect();
      for (const sign of turningAway) window.removeEventListener(sign, stop);
    };
    growing.observe(around);
    for (const sign of turningAway) window.addEventListener(sign, stop, { passive: true });
    return stop;
  }, [found, sought]);
}

/** In the part of the page that scrolls him, and in none around it: what holds the page would be moved with it. */
function toTheMiddle(one: HTMLElement): void {
  let part = one.parentElement;
  while (part && !(part.scrollHeight > part.clientHeight && /auto|scroll/.test(getComputedStyle(part).overflowY))) part = part.parentElement;
  if (!part) return;
  const [{ top, height }, frame] = [one.getBoundingClientRect(), part.getBoundingClientRect()];
  part.scrollTop += top - frame.top - (part.clientHeight - height) / 2;
}
