import type { Leaf } from '@orbita/domain/rules';
import { expect, it } from 'vitest';
import { describeFilter, type Telling } from './describe-filter.ts';

const telling = (language: 'en' | 'es'): Telling =>
  ({ language, currency: 'EUR', timeZone: 'Europe/Madrid', nameOf: (id) => (id === 'u1' ? 'Ana Mora' : undefined) });

const cases: readonly (readonly [Leaf, string, string])[] = [
  [{ fact: 'country', is: 'eq', value: 'ES' }, 'Country|is Spain', 'País|es España'],
  [{ fact: 'ownerId', is: 'eq', value: 'u1' }, 'Owner|is Ana Mora', 'Responsable|es Ana Mora'],
  [{ fact: 'valueTier', is: 'in', values: ['A', 'B'] }, 'Value tier|is A · Key or B · Important', 'Nivel de valor|es A · Clave o B · Importante'],
  [{ fact: 'lastOrderAt', is: 'daysSince', compare: 'gt', days: 90 }, 'Last purchase|more than 90 days ago', 'Última compra|hace más de 90 días'],
  [{ fact: 'hasEmail', is: 'eq', value: true }, 'Has e-mail|yes', 'Tiene correo|sí'],
  [{ fact: 'alarmAt', is: 'reached' }, 'Silence alarm|reached', 'Alarma de silencio|ya ha llegado'],
];

it.each(cases)('shows %j as a chip', (leaf, english, spanish) => {
  const shown = (language: 'en' | 'es') => Object.values(describeFilter(leaf, telling(language))).join('|');
  expect(shown('en')).toBe(english);
  expect(shown('es')).toBe(spanish);
});

it('shows money as money of the company', () => {
  expect(describeFilter({ fact: 'revenue12m', is: 'ge', value: 150_000 }, telling('es')).value).toBe('≥ 1.500,00\u00A0€');
});

it('does not hide a predicate over a fact that is gone', () => {
  expect(describeFilter({ fact: 'custom.gone', is: 'isSet' }, telling('en')).value).toContain('not available');
});
