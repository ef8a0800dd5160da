import type { ImportTarget } from '../draft/import-target.ts';
import { type Draft, sourceOf } from '../draft/draft.ts';

/** Stands for no target in a select. */
export const nowhere = '-';

interface Option { readonly value: string; readonly label: string }
interface Group { readonly group: string; readonly items: Option[] }

/** Targets by section; where there are several sections each is named with its own, since both have a name. */
export function targetGroups(targets: readonly ImportTarget[], toNowhere: string): (Option | Group)[] {
  const groups = Map.groupBy(targets, ({ section }) => section);
  const labelOf = ({ section, label }: ImportTarget) => (groups.size > 1 ? `${section} › ${label}` : label);
  return [{ value: nowhere, label: toNowhere }, ...[...groups].map(([group, some]): Group => ({ group, items: some.map((target) => ({ value: target.key, label: labelOf(target) })) }))];
}

/** Which column has each target now: a reader who takes it away should see from whom. */
export const takenTargets = (draft: Draft): ReadonlyMap<string, string> =>
  new Map(draft.columns.flatMap(({ target }) => (target === null ? [] : [[target, sourceOf(draft, target) ?? ''] as const])));
