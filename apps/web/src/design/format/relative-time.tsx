import { useSyncExternalStore } from 'react';
import { formatDate, formatSpan } from './format-date.ts';
import { useFormatting } from './formatting.tsx';

const minute = 60_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all: a list of a thousand ages must not start a thousand timers. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, minute);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The moment by that clock. While no age is shown nothing moves it on: the first that is shown again does. */
function present(): number {
  if (timer === undefined && Date.now() - now >= minute) now = Date.now();
  return now;
}

/** "3 days ago", renewed every minute; the exact moment shows on hover. */
export function RelativeTime({ value }: { readonly value: string }) {
  const { language, timeZone } = useFormatting();
  const current = useSyncExternalStore(subscribe, present);
  return (
    <time className="num" dateTime={value} title={formatDate(language, value, 'moment', timeZone)}>
      {formatSpan(language, value, current)}
    </time>
  );
}
