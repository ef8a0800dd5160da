import { expect, test } from 'vitest';
import { atOnce } from './at-once.ts';

function house(more: Partial<Parameters<typeof atOnce>[0]> = {}) {
  const inTurn = atOnce({ all: 3, ofOne: 2, waiting: 2, patience: 60_000, ...more });
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const read = (name: string) => inTurn(name.split(' ')[0]!, () => new Promise<string>((resolve, reject) => {
    begun.push(name);
    ends.set(name, (error) => (error ? reject(error) : resolve(name)));
  }));
  return { read, begun, end: (name: string, error?: Error) => ends.get(name)!(error) };
}
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

test('so many read at once, and so many of one; who comes on top waits, and goes when it is his turn', async () => {
  const { read, begun, end } = house();
  const all = [read('ana 1'), read('ana 2'), read('ana 3'), read('eva 1'), read('leo 1')];
  await settled();
  expect(begun).toEqual(['ana 1', 'ana 2', 'eva 1']);
  end('eva 1');
  await settled();
  expect(begun.slice(3)).toEqual(['leo 1']);
  all[0]!.catch(() => {});
  end('ana 1', new Error('gone'));
  await expect(all[0]).rejects.toThrow('gone');
  await settled();
  expect(begun.slice(4)).toEqual(['ana 3']);
  for (const name of ['ana 2', 'ana 3', 'leo 1']) end(name);
  expect(await Promise.all(all.slice(1))).toEqual(['ana 2', 'ana 3', 'eva 1', 'leo 1']);
});

test('who waits too long is refused, and so is who finds too many waiting; neither takes a place', async () => {
  const { read, begun, end } = house({ all: 1, patience: 30 });
  const first = read('ana 1');
  const waiting = [read('eva 1'), read('leo 1')];
  await expect(read('mia 1')).rejects.toMatchObject({ status: 429, code: 'THROTTLED' });
  for (const one of waiting) await expect(one).rejects.toMatchObject({ status: 429 });
  end('ana 1');
  await first;
  const last = read('leo 2');
  await settled();
  expect(begun).toEqual(['ana 1', 'leo 2']);
  end('leo 2');
  expect(await last).toBe('leo 2');
});
