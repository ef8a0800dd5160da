import { readDecimal, scaleDecimal } from './decimal-text.ts';
import { type Refusal, refuse } from '#refusal';

const bare = /^-?\d{1,30}(?:\.\d{1,18})?$/;

/**
 * Reads a number as the file writes it and hands back plain decimal text (`-1234.5`). Thousands are taken where they
 * are grouped by three; a currency sign or an accountant's brackets are taken off; `times` multiplies, exactly.
 */
export function readDecimalCell(text: string, decimal: '.' | ',', times?: string): string | Refusal {
  const plain = decimal === '.' && bare.test(text) ? text : plainNumber(text, decimal);
  if (plain === null) return refuse('INVALID_FORMAT', { details: { value: text, example: decimal === '.' ? '1234.50' : '1234,50' } });
  return times === undefined ? plain : scaleDecimal(plain, times);
}

const grouped = { '.': /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, ',': /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ } as const;
const ungrouped = { '.': /^\d+(?:\.\d*)?$|^\.\d+$/, ',': /^\d+(?:,\d*)?$|^,\d+$/ } as const;

function plainNumber(text: string, decimal: '.' | ','): string | null {
  const stripped = text.replaceAll(/[\s  ]|[$€£]|(?:EUR|USD|GBP)/g, '').replace(/^\((.*)\)$/, '-$1').replace(/^(.*)-$/, '-$1');
  const sign = /^[+-]/.exec(stripped)?.[0] ?? '';
  const digits = stripped.slice(sign.length);
  if (!ungrouped[decimal].test(digits) && !grouped[decimal].test(digits)) return null;
  const dotted = decimal === '.' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.');
  const whole = dotted.replace(/^\./, '0.').replace(/\.$/, '');
  const plain = (sign === '-' ? '-' : '') + whole;
  return readDecimal(plain) ? plain : null;
}
