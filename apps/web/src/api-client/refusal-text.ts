import type { refusalMessage, RefusalCode } from '@orbita/domain/refusal';

/** A refusal as the API hands it back. */
export interface Refused {
  readonly code: RefusalCode;
  readonly field?: string | null;
  readonly details?: unknown;
  /** The server's words, in the language in which was asked. */
  readonly message?: string | null;
}

let words: typeof refusalMessage | undefined;

// Fetched beside the page and not with it: nobody is refused before the first page stands.
void import('./refusal-words.ts').then((loaded) => { words = loaded.refusalMessage; }, () => {});

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

const tellDay = (iso: string, language: 'en' | 'es'): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'es-ES', { dateStyle: 'medium', timeZone: iso.includes('T') ? here : 'UTC' }).format(Date.parse(iso));

/** What is wrong and what to do about it, in the language of the interface. */
export const refusalText = ({ code, details, message }: Refused, language: 'en' | 'es'): string =>
  words?.({ refused: true, code, details: (details ?? {}) as Record<string, string | number> }, language, (iso) => tellDay(iso, language)) ?? message ?? '';
