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
