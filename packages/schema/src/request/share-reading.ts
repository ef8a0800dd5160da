const readings = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Reads what is told of a change: whoever hears of it while that is read, under the same key, shares the reading. A
 * thousand who look at one board are one statement; the key must tell apart those who may not see the same.
 */
export function shareReading<Answer>(change: object, key: string, read: () => Promise<Answer>): Promise<Answer> {
  const running = readings.get(change) ?? new Map<string, Promise<unknown>>();
  readings.set(change, running);
  const known = running.get(key);
  if (known) return known as Promise<Answer>;
  const reading = read().finally(() => running.delete(key));
  running.set(key, reading);
  return reading;
}
