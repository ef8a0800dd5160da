type Language = 'en' | 'es';

const decimalMark = { en: '.', es: ',' } as const;
const groupMark = { en: ',', es: '.' } as const;

/**
 * What people type as a number, in the signs of either language, as a plain decimal: 1.234,56 and 1,234.56 are 1234.56.
 * A sign that could be either groups thousands where the reader's language has it so: 1.234 in Spanish, 1,234 in English.
 * Empty for nothing, undefined for what is no number.
 */
export function typedDecimal(text: string, language: Language): string | undefined {
  const bare = text.replaceAll(/[\s€$£%']/gu, '').replace('−', '-');
  if (bare === '') return '';
  const found = /^(-?)(\d[\d.,]*|[.,]\d+)$/.exec(bare);
  if (!found) return undefined;
  const [, sign = '', body = ''] = found;
  const mark = decimalOf(body, language);
  const at = mark === undefined ? body.length : body.lastIndexOf(mark);
  const [before, part] = [body.slice(0, at), body.slice(at + 1)];
  if (/[.,]/.test(part) || (/[.,]/.test(before) && !/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(before))) return undefined;
  const whole = before.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '') || '0';
  return `${sign}${whole}${part === '' ? '' : `.${part}`}`;
}

/** The sign that divides the whole from its parts; undefined when all only group, or there is none. */
function decimalOf(body: string, language: Language): '.' | ',' | undefined {
  const [dots, commas] = [body.split('.').length - 1, body.split(',').length - 1];
  if (dots > 0 && commas > 0) return body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
  if (dots + commas !== 1) return undefined;
  const mark = dots === 1 ? '.' : ',';
  return mark === groupMark[language] && /^[1-9]\d{0,2}[.,]\d{3}$/.test(body) ? undefined : mark;
}

/** A plain decimal as people edit it: with the sign of their language, and nothing that groups. */
export const decimalText = (decimal: string | undefined, language: Language): string => (decimal ?? '').replace('.', decimalMark[language]);

/** The same for an input of the API: null for nothing; what is no number goes as it is, to be refused where it stands. */
export const decimalOrText = (text: string, language: Language): string | null => (typedDecimal(text, language) ?? text.trim()) || null;
