import { numberFormat } from '#design';

/** 1.4 MB, in the signs of the language. */
export function sizeText(bytes: number, language: 'en' | 'es'): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'megabyte'] : [Math.max(1, bytes / 1000), 'kilobyte'];
  return numberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value >= 10 ? 0 : 1 }).format(value);
}
