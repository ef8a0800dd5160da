import type { Draft } from './draft.ts';

const version = 2;
const keyOf = (fileId: string): string => `orbita.import.${fileId}`;

/** What was said of a file before the page was loaded anew; undefined where nothing was, or another version said it. */
export function storedDraft(fileId: string): Draft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(fileId)) ?? 'null') as { readonly version: number; readonly draft: Draft } | null;
    return kept?.version === version ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

/** A browser that keeps nothing loses no more than a reload. */
export function storeDraft(fileId: string, draft: Draft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(fileId), JSON.stringify({ version, draft }));
    else sessionStorage.removeItem(keyOf(fileId));
  } catch {
    // Full, or forbidden.
  }
}
