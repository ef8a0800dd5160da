import type { Bilingual } from '#facts';
import { type Refusal, refuse } from '#refusal';

const longestLabel = 60;

/** Tidies a label, which both languages need. */
export function prepareLabel(input: Bilingual, path: string): Bilingual | Refusal {
  const label = { en: tidy(input.en), es: tidy(input.es) };
  for (const language of ['en', 'es'] as const) {
    if (label[language] === '') return refuse('REQUIRED', { field: `${path}.${language}` });
    if (label[language].length > longestLabel) return refuse('TOO_LONG', { field: `${path}.${language}`, details: { maximum: longestLabel } });
  }
  return label;
}

const tidy = (text: string): string => text.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
