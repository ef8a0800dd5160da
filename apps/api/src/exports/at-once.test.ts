import { expect, test } from 'vitest';
import { atOnce } from './at-once.ts';

test('so many read at once, and so many of one; whoever ends, well or not, makes room', async () => {
  const inTurn = atOnce({ all: 3, ofOne: 2 });
  const ends: ((error?: Error) => void)[] = [];
  const read = (who: string) => inTurn(who, () => new Promise<string>((resolve, reject) => { ends.push((error) => (error ? reject(error) : resolve(who))); }));
  const running = [read('ana'), read('ana')];
  await expect(read('ana')).rejects.toMatchObject({ status: 429, code: 'THROTTLED' });
  running.push(read('eva'));
  await expect(read('leo')).rejects.toMatchObject({ status: 429 });
  ends[0]!(new Error('gone'));
  await expect(running[0]).rejects.toThrow('gone');
  running.push(read('leo'));
  for (const end of ends) end();
  expect(await Promise.all(running.slice(1))).toEqual(['ana', 'eva', 'leo']);
});
