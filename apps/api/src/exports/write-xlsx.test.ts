import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { writeXlsx } from './write-xlsx.ts';

test('nothing more is read for whoever has gone', async () => {
  const out = new PassThrough();
  out.resume();
  let read = 0;
  async function* pages() {
    for (; read < 1000; read += 1) {
      if (read === 2) out.destroy();
      yield [['a text']];
    }
  }
  await expect(writeXlsx({ title: 'x', heading: ['a'], columns: [{ type: 'text' } as never] }, pages(), out)).rejects.toThrow('gone');
  expect(read).toBe(2);
});
