import { describe, expect, it } from 'vitest';
import { english } from './reasons/english.ts';
import { spanish } from './reasons/spanish.ts';
import { refusalMessage, refuse, refuseBecause } from './index.ts';

describe('a reason', () => {
  it('is told in the language of whoever reads', () => {
    const refusal = refuseBecause('INVALID', 'NO_RATE', { field: 'currency', currency: 'USD' });
    expect(refusal).toEqual({ refused: true, code: 'INVALID', field: 'currency', details: { because: 'NO_RATE', currency: 'USD' } });
    expect(refusalMessage(refusal, 'en')).toBe('This value is not valid: no exchange rate of USD is known for that day.');
    expect(refusalMessage(refusal, 'es')).toBe('Este valor no es válido: no hay tipo de cambio de USD en esa fecha.');
  });

  it('has other words in each language', () => {
    const shown = { minimum: 1, maximum: 2 };
    const same = Object.entries(english).filter(([name, text]) => text(shown) === spanish[name as keyof typeof english](shown));
    expect(same).toEqual([]);
  });

  it('without words leaves the sentence whole', () => {
    expect(refusalMessage(refuse('CONFLICT', { details: { because: 'toString' } }), 'en')).toBe('This does not fit what is there now. Reload and try again.');
  });
});

it.each([
  [{ minimum: 0.000_000_1, maximum: 1_000_000_000 }, 'Give a value between 0.0000001 and 1,000,000,000.', 'Indica un valor entre 0,0000001 y 1.000.000.000.'],
  [{ minimum: '0.000001' }, 'Give 0.000001 or more.', 'Indica 0,000001 o más.'],
  [{ maximum: 100 }, 'Give 100 or less.', 'Indica 100 o menos.'],
  [{ minimum: '2026-03-01T23:30:00.000Z', maximum: '2026-03-09' }, 'Give a value between 2026-03-01 and 2026-03-09.', 'Indica un valor entre 2026-03-01 y 2026-03-09.'],
  [{ maximum: '2026-03-01T10:00:00.000Z' }, 'Give 2026-03-01 or earlier.', 'Indica 2026-03-01 o antes.'],
  [{}, 'This value is out of range.', 'Este valor queda fuera de lo admitido.'],
])('bounds are told as people write them: %j', (details, english, spanish) => {
  const refusal = refuse('OUT_OF_RANGE', { details });
  expect([refusalMessage(refusal, 'en'), refusalMessage(refusal, 'es')]).toEqual([english, spanish]);
});

it('days are told as whoever asks writes them', () => {
  const refusal = refuse('OUT_OF_RANGE', { details: { minimum: '2026-03-01T23:30:00.000Z' } });
  expect(refusalMessage(refusal, 'en', (iso) => `day of ${iso}`)).toBe('Give day of 2026-03-01T23:30:00.000Z or later.');
});
