import type { DuplicatePairLineFragment } from '#operations';
import { m } from '#words';
import { veryLikelyFrom } from '@orbita/domain/duplicates';

/** How likely it is, in words: nobody knows what 27 points are. */
export function likeness({ verdict, score }: Pick<DuplicatePairLineFragment, 'verdict' | 'score'>): string {
  if (verdict === 'CERTAIN') return m.duplicates_certain();
  return score >= veryLikelyFrom ? m.duplicates_very_likely() : m.duplicates_likely();
}
