import type { Language } from '@orbita/domain/refusal';
import { english, type Words } from './english.ts';
import { spanish } from './spanish.ts';

/** How the command line tells of an import. */
export const words: Readonly<Record<Language, Words>> = { en: english, es: spanish };

export const languageOf = (text: string | undefined): Language | null => {
  const code = text?.slice(0, 2).toLowerCase();
  return code === 'en' || code === 'es' ? code : null;
};
