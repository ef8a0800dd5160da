import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const ownWay = ['pointerdown', 'keydown'] as const;

/** After going to another page its title has the focus: it is read out, and Tab goes on from there. */
export function usePageFocus(): void {
  const router = useRouter();
  useEffect(() => {
    let stop = () => {};
    const unsubscribe = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      if (!pathChanged || !fromLocation) return;
      stop();
      stop = focusTitle();
    });
    return () => {
      unsubscribe();
      stop();
    };
  }, [router]);
}

/** Also the title that comes for the one of a page that was still loading, until one goes one's own way. */
function focusTitle(): () => void {
  const focus = () => {
    const title = document.querySelector<HTMLElement>('[data-page-title]') ?? document.querySelector<HTMLElement>('#main');
    title?.focus({ preventScroll: true });
  };
  const replaced = new MutationObserver(() => { if (document.activeElement === document.body) focus(); });
  const stop = () => {
    replaced.disconnect();
    for (const sign of ownWay) window.removeEventListener(sign, stop);
  };
  focus();
  replaced.observe(document.body, { childList: true, subtree: true });
  for (const sign of ownWay) window.addEventListener(sign, stop, { passive: true });
  return stop;
}
