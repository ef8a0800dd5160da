import { isRefused } from '@orbita/domain/refusal';
import { parseRule, type RelationName } from '@orbita/domain/rules';
import { catalogue } from './catalogue.ts';
import { type Draft, isGroup, isLeaf, isRelated, jointOf, partsOf, relationOf } from './draft.ts';

/** What of a predicate is at fault: its fact, its operator or its constant. */
export type Fault = 'fact' | 'is' | 'value';

/** Every predicate that cannot be read yet, by its path; the parser alone would stop at the first. */
export const faultsOf = (draft: Draft): ReadonlyMap<string, Fault> => new Map(search(draft, [], undefined));

function* search(draft: Draft, path: readonly (string | number)[], relation: RelationName | undefined): Generator<readonly [string, Fault]> {
  if (isLeaf(draft)) {
    const answer = parseRule(relation ? { some: relation, where: draft } : draft, catalogue);
    if (isRefused(answer)) yield [path.join('.'), faultOf(answer.field)];
  } else if (isGroup(draft)) {
    for (const [index, part] of partsOf(draft).entries()) yield* search(part, [...path, jointOf(draft), index], relation);
  } else if (isRelated(draft)) yield* search(draft.where, [...path, 'where'], relationOf(draft));
  else if ('not' in draft) yield* search(draft.not, [...path, 'not'], relation);
  else yield* search(draft.rule, [...path, 'rule'], relation);
}

function faultOf(field: string | undefined): Fault {
  const part = field?.replace(/^where\./, '').split('.')[0];
  return part === 'fact' || part === 'is' ? part : 'value';
}
