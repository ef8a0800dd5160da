import { type Language, refusalCodes, refusalMessage, type Refusal, type RefusalCode, refuse } from '#refusal';
import { english, type Reason, type Shown } from './english.ts';
import { onScreen } from './on-screen.ts';
import { spanish } from './spanish.ts';

/** What an import tells of a row or of itself: a code and parameters, so that it can be read in any language later. */
export interface ImportNote {
  /** Of a refusal, or the reason that the mapping gives for leaving a row out. */
  readonly code: string;
  readonly details?: Shown | undefined;
}

/** A refusal with one of the import's own reasons. */
export function refuseBecause(code: RefusalCode, because: Reason, details: Shown = {}, field?: string): Refusal {
  return refuse(code, { ...(field === undefined ? {} : { field }), details: { ...details, because } });
}

/** The same in the words of the screen, where nobody writes a mapping by hand. */
export function importMessageOnScreen(note: ImportNote, language: Language): string {
  const text = onScreen[language][(note.details?.['because'] ?? '') as Reason];
  return text ? text(note.details ?? {}) : importMessage(note, language);
}

/** What is wrong and what to do about it, in the reader's language. */
export function importMessage({ code, details = {} }: ImportNote, language: Language): string {
  const texts: Readonly<Record<string, (shown: Shown) => string>> = language === 'es' ? spanish : english;
  const text = texts[details['because'] ?? ''];
  if (text) return text(details);
  const known = refusalCodes.find((one) => one === code);
  return known ? refusalMessage(refuse(known, { details }), language) : '';
}
