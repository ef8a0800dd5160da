import type { Language } from '#words';
import { factDefinition } from '@orbita/domain/facts';

/** Person or organisation, in words. */
export const kindText = (kind: string, language: Language): string => factDefinition('kind')?.valueLabels?.[kind]?.[language] ?? kind;
