import { mayReadField, mayReadMarked, type Role } from '@orbita/domain/access';
import { type FactDefinition, type FieldDefinition, isPresent } from '@orbita/domain/facts';
import { type Operator, operatorsOf, type RelationName } from '@orbita/domain/rules';
import { catalogue, isOffered } from './catalogue.ts';
import type { DraftLeaf } from './draft.ts';

/** The predicate one most likely means by naming this fact; its constant is still to come. */
export function newLeaf(field: FieldDefinition): DraftLeaf {
  const fact = field.key;
  switch (field.type) {
    case 'integer': return { fact, is: 'ge' };
    case 'enum': case 'id': return { fact, is: 'in', values: [] };
    case 'boolean': return { fact, is: 'eq', value: true };
    case 'instant': return { fact, is: 'daysSince', compare: 'le', days: 30 };
    case 'set': case 'text': return { fact, is: 'contains' };
    default: return field.type satisfies never;
  }
}

const oneConstant: readonly Operator[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'contains', 'startsWith'];

/** Another operator over the same fact; the constant stays where it still fits. */
export function withOperator(leaf: DraftLeaf, is: Operator, compare: DraftLeaf['compare']): DraftLeaf {
  const { fact } = leaf;
  if (is === 'isSet' || is === 'reached') return { fact, is };
  if (is === 'daysSince' || is === 'daysUntil') return { fact, is, compare: compare ?? 'le', days: leaf.days ?? 30 };
  if (is === 'in') return { fact, is, values: leaf.values ?? (isValue(leaf.value) ? [leaf.value] : []) };
  const value = leaf.value ?? leaf.values?.[0];
  return oneConstant.includes(is) && value !== undefined ? { fact, is, value } : { fact, is };
}

const isValue = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

export const fieldOf = (key: string, relation: RelationName | undefined): FieldDefinition | undefined =>
  relation ? catalogue.relations[relation].fields.find((field) => field.key === key) : catalogue.facts.get(key);

export const mayBeUnknown = (key: string, relation: RelationName | undefined): boolean =>
  relation !== undefined || catalogue.facts.get(key)?.nullMeans !== null;

/** What the picker offers this reader: what has values today, what he may read, what a rule may read. */
export function offeredFacts(role: Role, forbid: (key: string) => boolean): readonly FactDefinition[] {
  return [...catalogue.facts.values()].filter((fact) =>
    isPresent(fact) && isOffered(fact.key) && !fact.displayOnly && mayReadField(role, fact) && !forbid(fact.key) && operatorsOf(fact.type).length > 0);
}

export const offeredFields = (role: Role, relation: RelationName): readonly FieldDefinition[] =>
  catalogue.relations[relation].fields.filter((field) => mayReadMarked(role, field.mark));
