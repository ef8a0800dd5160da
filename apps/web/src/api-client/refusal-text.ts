import type { RefusalCode } from '@orbita/domain/refusal';
import { refusalMessage } from '@orbita/domain/refusal';

/** A refusal as the API hands it back. */
export interface Refused {
  readonly code: RefusalCode;
  readonly field?: string | null;
  readonly details?: unknown;
}

/** What is wrong and what to do about it, in the language of the interface. */
export const refusalText = ({ code, details }: Refused, language: 'en' | 'es'): string =>
  refusalMessage({ refused: true, code, details: (details ?? {}) as Record<string, string | number> }, language);
