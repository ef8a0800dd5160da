import { createHash } from 'node:crypto';

/** What a thing of a file is called here, so that it is found again: by its id, or, without one, by all that its row says. */
export const referenceOf = (system: string, { externalId, whole }: { readonly externalId: string | null; readonly whole: string }): string =>
  (externalId === null ? `${system}#${createHash('sha256').update(whole).digest('hex').slice(0, 32)}` : `${system}:${externalId}`);
