import { type Em, takeTurns } from '#connection';

/**
 * Of those who merge or take apart the same customers one comes after the other, before any of them is locked: who
 * comes second then sees who is merged, and locks the one, in the order of everybody else.
 */
export async function takeTurnsMerging(em: Em, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].toSorted()) await takeTurns(em, `merging:${id}`);
}
