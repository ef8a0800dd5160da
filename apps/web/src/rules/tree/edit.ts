import { type Draft, groupOf, isGroup, isLeaf, isRelated, jointOf, partsOf, type Path } from './draft.ts';

type Change = (part: Draft) => Draft | undefined;

const everything: Draft = { and: [] };

/** The rule with one part changed; undefined takes the part away, and with it what only wrapped it. */
export const changeAt = (draft: Draft, path: Path, change: Change): Draft => within(draft, path, change) ?? everything;

function within(draft: Draft, path: Path, change: Change): Draft | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change(draft);
  if (isGroup(draft)) {
    const [at, ...deeper] = rest;
    return groupOf(jointOf(draft), partsOf(draft).flatMap((part, index) => (index === at ? within(part, deeper, change) ?? [] : part)));
  }
  if (isRelated(draft)) return { ...draft, where: within(draft.where, rest, change) ?? everything };
  if (isLeaf(draft)) return draft;
  if ('not' in draft) {
    const inner = within(draft.not, rest, change);
    return inner && { not: inner };
  }
  const inner = within(draft.rule, rest, change);
  return inner && { assume: draft.assume, rule: inner };
}

export const addTo = (draft: Draft, group: Path, part: Draft): Draft =>
  changeAt(draft, group, (found) => (isGroup(found) ? groupOf(jointOf(found), [...partsOf(found), part]) : found));

export const removeAt = (draft: Draft, path: Path): Draft => changeAt(draft, path, () => undefined);

/** The same part once more, right after itself. */
export const duplicateAt = (draft: Draft, path: Path): Draft => inGroup(draft, path, (parts, at) => parts.toSpliced(at, 0, parts[at] as Draft));

/** Up (−1) or down (1) within its group; at the edge it stays. */
export const moveAt = (draft: Draft, path: Path, by: -1 | 1): Draft => inGroup(draft, path, (parts, at) => {
  const to = at + by;
  const moved = parts[at];
  return moved === undefined || to < 0 || to >= parts.length ? parts : parts.toSpliced(at, 1).toSpliced(to, 0, moved);
});

function inGroup(draft: Draft, path: Path, change: (parts: readonly Draft[], at: number) => readonly Draft[]): Draft {
  const at = path.at(-1);
  if (typeof at !== 'number') return draft;
  return changeAt(draft, path.slice(0, -2), (group) => (isGroup(group) ? groupOf(jointOf(group), change(partsOf(group), at)) : group));
}

export type Wrapper = { readonly kind: 'not' } | { readonly kind: 'assume'; readonly assume: boolean };

/** What stands around a part, outermost first, and the part itself with its path. */
export function unwrap(draft: Draft, path: Path): { readonly wrappers: readonly Wrapper[]; readonly inner: Draft; readonly innerPath: Path } {
  if ('not' in draft) {
    const { wrappers, ...rest } = unwrap(draft.not, [...path, 'not']);
    return { wrappers: [{ kind: 'not' }, ...wrappers], ...rest };
  }
  if ('assume' in draft) {
    const { wrappers, ...rest } = unwrap(draft.rule, [...path, 'rule']);
    return { wrappers: [{ kind: 'assume', assume: draft.assume }, ...wrappers], ...rest };
  }
  return { wrappers: [], inner: draft, innerPath: path };
}

export const wrap = (inner: Draft, wrappers: readonly Wrapper[]): Draft =>
  wrappers.reduceRight<Draft>((part, wrapper) => (wrapper.kind === 'not' ? { not: part } : { assume: wrapper.assume, rule: part }), inner);
