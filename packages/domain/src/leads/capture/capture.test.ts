import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksAutomated, writtenText } from '../index.ts';

describe('what somebody wrote', () => {
  it.each([
    ['Hola,\nquiero 3.\n\nUn saludo,\nAna García\nBombas Pérez\n612 345 678', 'Hola,\nquiero 3.'],
    ['Need a quote.\n-- \nAna', 'Need a quote.'],
    ['Yes.\n\nSent from my iPhone', 'Yes.'],
    ['Sí.\n\nEnviado desde mi móvil', 'Sí.'],
    ['Yes.\n\nOn Mon, Oct 5, 2026 at 10:00 AM Orbita\n<hello@orbita.es> wrote:\n\n> Hello', 'Yes.'],
    ['Sí.\r\n\r\n________________________________\r\nDe: Orbita\r\nPara: Ana', 'Sí.'],
    ['Sí.\n\nDe: Orbita <hola@orbita.es>\nEnviado el: lunes\nPara: Ana\nAsunto: Oferta\n\nHola Ana', 'Sí.'],
    ['Sí.\n-----Mensaje original-----\nHola', 'Sí.'],
    ['> Do you want it?\nYes.\n> When?\nNow.', 'Yes.\nNow.'],
    ['a\n\n\n\n\nb', 'a\n\nb'],
  ])('%#: is left without quotes and signature', (text, left) => {
    expect(writtenText(text)).toBe(left);
  });

  it('keeps a farewell that more follows than a signature, a single header line and what would leave nothing', () => {
    const long = `Saludos\n${'palabra '.repeat(20)}`;
    expect(writtenText(long)).toBe(long.trim());
    expect(writtenText('Para: la obra de Vigo\nnecesito bombas')).toBe('Para: la obra de Vigo\nnecesito bombas');
    expect(writtenText('> only quoted')).toBe('> only quoted');
    expect(writtenText('Gracias y saludos')).toBe('Gracias y saludos');
  });

  it('is never empty unless all was, nor longer', () => {
    const lines = fc.constantFrom('hola', '> x', '-- ', 'On a', 'wrote:', 'From: a', 'To: b', 'Saludos', '', ' '.repeat(500), `on ${'a '.repeat(300)}`);
    fc.assert(fc.property(fc.array(lines, { maxLength: 60 }), (all) => {
      const text = all.join('\n');
      expect(writtenText(text).length).toBeLessThanOrEqual(text.length);
      expect(writtenText(text) === '').toBe(text.trim() === '');
    }), { numRuns: 500 });
  });
});

describe('a sending of the public form', () => {
  it('looks like a machine’s by one sign', () => {
    expect(looksAutomated({ honeypot: 'x' })).toBe('HONEYPOT');
    expect(looksAutomated({ honeypot: '', elapsedMs: 300 })).toBe('TOO_FAST');
    expect(looksAutomated({ elapsedMs: 9000, name: 'Win http://x.ru' })).toBe('LINK_AS_NAME');
    expect(looksAutomated({ message: 'http://a http://b www.c https://d' })).toBe('MANY_LINKS');
  });

  it('looks like a person’s otherwise, also where nothing is known', () => {
    expect(looksAutomated({ honeypot: '', elapsedMs: 2500, name: 'Ana', message: 'vean https://perez.es y www.perez.es' })).toBeNull();
    expect(looksAutomated({})).toBeNull();
  });
});
