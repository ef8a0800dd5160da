import { useSyncExternalStore } from 'react';
import { formatDate, formatSpan } from './format-date.ts';
import { useFormatting } from './formatting.tsx';

const minute = 60_000;
const listeners = new Set<() => void>();
let moment = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all: a list of a thousand ages must not start a thousand timers. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    moment = Date.now();
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
  if (timer === undefined && Date.now() - moment >= minute) moment = Date.now();
  return moment;
}

/** The moment by the minute: what depends on it is drawn anew when it has passed. */
export const useNow = (): number => useSyncExternalStore(subscribe, present);

/** "3 days ago", renewed every minute; the exact moment shows on hover. */
export function RelativeTime({ value }: { readonly value: string }) {
  const { language, timeZone } = useFormatting();
  const now = useNow();
  return (
    <time className="num" dateTime={value} title={formatDate(language, value, 'moment', timeZone)}>
      {formatSpan(language, value, now)}
    </time>
  );
}
