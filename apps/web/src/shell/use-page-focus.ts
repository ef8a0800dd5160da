import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After going to another page its title has the focus: it is read out, and Tab goes on from there. */
export function usePageFocus(): void {
  const router = useRouter();
  useEffect(() => router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
    if (!pathChanged || !fromLocation) return;
    const title = document.querySelector<HTMLElement>('[data-page-title]') ?? document.querySelector<HTMLElement>('#main');
    title?.focus({ preventScroll: true });
  }), [router]);
}
