import { type RefObject, useEffect } from 'react';

const turningAway = ['pointerdown', 'wheel', 'keydown'] as const;

/** Shows the contact for whom one came, also while what stands above him still comes in, until one looks elsewhere. */
export function useSought(found: RefObject<HTMLElement | null>, sought: string | undefined): void {
  useEffect(() => {
    const around = found.current?.closest('section')?.parentElement;
    if (!sought || !around) return undefined;
    const growing = new ResizeObserver(() => found.current?.scrollIntoView({ block: 'center' }));
    const stop = () => {
      growing.disconnect();
      for (const sign of turningAway) window.removeEventListener(sign, stop);
    };
    growing.observe(around);
    for (const sign of turningAway) window.addEventListener(sign, stop, { passive: true });
    return stop;
  }, [found, sought]);
}
