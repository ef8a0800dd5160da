import { importMessage, type Reason, refuseBecause } from '@orbita/domain/imports';
import { isRefused, type Refusal, type RefusalCode } from '@orbita/domain/refusal';

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

/** What fits the file; ends the import where it does not. */
export function fitting<Bound>(bound: Bound | Refusal): Bound {
  if (isRefused(bound)) throw new ImportRefused(bound);
  return bound;
}
