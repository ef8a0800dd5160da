import { importMessage, type Reason, refuseBecause } from '@orbita/domain/imports';
import type { Refusal, RefusalCode } from '@orbita/domain/refusal';

/** Ends an import with a "no" that somebody can act on; whoever asked for the import is handed the refusal. */
export class ImportRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(importMessage(refusal, 'en'));
    this.refusal = refusal;
  }
}

export const importRefused = (code: RefusalCode, because: Reason, details: Readonly<Record<string, string | number>> = {}): ImportRefused =>
  new ImportRefused(refuseBecause(code, because, details));
