import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerCatalogue, describeRule, type Rule } from '../index.ts';
import { arbitraryRule } from '../rule.fixture.ts';

const catalogue = customerCatalogue();
const cases: readonly [Rule, string, string][] = [
  [{ fact: 'ordersCount', is: 'ge', value: 2 }, 'Orders ≥ 2', 'Pedidos ≥ 2'],
  [{ and: [] }, 'always', 'siempre'],
  [{ fact: 'valueTier', is: 'in', values: ['A', 'B'] }, 'Value tier is A · Key or B · Important', 'Nivel de valor es A · Clave o B · Importante'],
  [{ fact: 'hasEmail', is: 'ne', value: true }, 'Has e-mail: no', 'Tiene correo: no'],
  [{ fact: 'lastOrderAt', is: 'daysSince', compare: 'lt', days: 14 }, 'Last purchase: less than 14 days ago', 'Última compra: hace menos de 14 días'],
  [{ fact: 'alarmAt', is: 'daysUntil', compare: 'le', days: 1 }, 'Silence alarm: in 1 day or less', 'Alarma de silencio: dentro de 1 día o menos'],
  [{ fact: 'alarmAt', is: 'ge', value: Date.UTC(2026, 2, 1) }, 'Silence alarm: on or after 2026-03-01', 'Alarma de silencio: el o después del 2026-03-01'],
  [{ fact: 'city', is: 'startsWith', value: 'san' }, 'City starts with “san”', 'Ciudad empieza por «san»'],
  [{ fact: 'custom.old', is: 'isSet' }, '“custom.old” (not available)', '«custom.old» (no disponible)'],
  [
    { or: [{ fact: 'alarmAt', is: 'reached' }, { and: [{ fact: 'country', is: 'eq', value: 'ES' }, { not: { fact: 'city', is: 'isSet' } }] }] },
    'Silence alarm: reached or (Country is ES and not (City has a value))',
    'Alarma de silencio: ya ha llegado o (País es ES y no (Ciudad tiene valor))',
  ],
  [
    { assume: false, rule: { fact: 'npsClass', is: 'eq', value: 'DETRACTOR' } },
    'NPS class is Detractor (if not known, counts as no)',
    'Clase NPS es Detractor (si no se sabe, cuenta como no)',
  ],
  [
    { none: 'activities', where: { fact: 'kind', is: 'eq', value: 'CALL' } },
    'none of Activities: (Kind is Call)', 'ninguno de Actividades: (Tipo es Llamada)',
  ],
];

describe('a described rule', () => {
  it.each(cases)('%j', (rule, inEnglish, inSpanish) => {
    expect(describeRule(rule, catalogue, 'en')).toBe(inEnglish);
    expect(describeRule(rule, catalogue, 'es')).toBe(inSpanish);
  });

  it('shows the labels that the caller gives', () => {
    const labelOf = (field: { unit?: string }, value: unknown) => (field.unit === 'money' ? `${Number(value) / 100} €` : undefined);
    expect(describeRule({ fact: 'revenueTotal', is: 'gt', value: 150_000 }, catalogue, 'es', labelOf)).toBe('Ventas totales > 1500 €');
  });

  it('leaves nothing unsaid', () => {
    fc.assert(fc.property(arbitraryRule(catalogue), fc.constantFrom('en' as const, 'es' as const), (rule, language) => {
      const text = describeRule(rule, catalogue, language);
      expect(text).not.toMatch(/undefined|NaN|not available|no disponible/);
      expect(text).not.toBe('');
    }));
  });
});
