import { expect, it } from 'vitest';
import { dateAsTyped, typedDate } from './typed-date.ts';

it.each([
  ['24/12/2026', '2026-12-24'], ['24.12.26', '2026-12-24'], ['1-2-2026', '2026-02-01'], [' 24/12 ', '2026-12-24'], ['2026-12-24', '2026-12-24'],
  ['3/4/68', '1968-04-03'], ['29/2/2028', '2028-02-29'],
])('reads %s as %s', (text, date) => expect(typedDate(text, 2026)).toBe(date));

it.each(['', '24', '31/2/2026', '29/2/2026', '12/24/2026', 'tomorrow', '1/1/20265'])('reads no day in “%s”', (text) => expect(typedDate(text, 2026)).toBeUndefined());

it('writes a day as it reads it', () => expect(typedDate(dateAsTyped('2026-03-09'), 2026)).toBe('2026-03-09'));
