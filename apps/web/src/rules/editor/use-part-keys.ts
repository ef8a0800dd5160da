import { useState } from 'react';
import type { Draft } from '../tree/draft.ts';

interface Known {
  readonly parts: readonly Draft[];
  readonly keys: readonly number[];
  readonly next: number;
}

/** What stands elsewhere now is found again by being the same part; what was changed, by its place. */
function follow({ parts: before, keys, next }: Known, parts: readonly Draft[]): Known {
  const taken = new Set<number>();
  const take = (at: number): number | undefined => {
    if (at < 0 || at >= before.length || taken.has(at)) return undefined;
    taken.add(at);
    return keys[at];
  };
  const found = parts.map((part) => take(before.findIndex((each, at) => each === part && !taken.has(at))));
  let fresh = next;
  return { parts, keys: found.map((key, at) => key ?? take(at) ?? fresh++), next: fresh };
}

/** Keys of a group's parts that go with them when they are moved: the focus stays in the condition that it was in. */
export function usePartKeys(parts: readonly Draft[]): readonly number[] {
  const [known, setKnown] = useState<Known>(() => ({ parts, keys: parts.map((_, at) => at), next: parts.length }));
  if (known.parts === parts) return known.keys;
  const now = follow(known, parts);
  setKnown(now);
  return now.keys;
}
