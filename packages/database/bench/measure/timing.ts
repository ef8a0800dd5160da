/** Milliseconds of many runs of one thing. */
export interface Times { readonly p50: number; readonly p95: number; readonly runs: number }

/** The value below which this share of them lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export function timesOf(milliseconds: readonly number[]): Times {
  return { p50: percentile(milliseconds, 0.5), p95: percentile(milliseconds, 0.95), runs: milliseconds.length };
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Runs the two by turns, so that what else the machine does meets both alike; the first turn only warms. */
export async function byTurns(runs: number, floor: () => Promise<unknown>, ours: () => Promise<unknown>): Promise<{ floor: number[]; ours: number[] }> {
  const taken = { floor: [] as number[], ours: [] as number[] };
  for (let run = 0; run <= runs; run += 1) {
    const [a, b] = [await milliseconds(floor), await milliseconds(ours)];
    if (run === 0) continue;
    taken.floor.push(a);
    taken.ours.push(b);
  }
  return taken;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);
