import { type Bilingual, type FactDefinition, type FieldDefinition } from '#facts';
import type { RelationName } from './rule.ts';

/** What a rule may be about: a customer, what belongs to one, or what is nobody's. */
export type RuleSubject = 'customer' | 'contact' | 'lead' | 'opportunity' | 'order' | 'activity' | 'quote' | 'case' | 'product' | 'user' | 'segment' | 'audit';

/** Rows that belong to a subject, with the fields a rule may compare. */
export interface RelationDefinition {
  readonly label: Bilingual;
  readonly fields: readonly FieldDefinition[];
}

/** Everything that rules about one kind of subject may read. */
export interface Catalogue {
  readonly subject: RuleSubject;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly relations: Readonly<Partial<Record<RelationName, RelationDefinition>>>;
}

/** Of a customer, and of what belongs to one, the rows that belong to him are read as well. */
export interface CustomerCatalogue extends Catalogue {
  readonly relations: Readonly<Record<RelationName, RelationDefinition>>;
}

/** What rules about something that belongs to no customer may read: its own facts. */
export const ownCatalogue = (subject: RuleSubject, facts: readonly FactDefinition[]): Catalogue =>
  ({ subject, facts: new Map(facts.map((fact) => [fact.key, fact])), relations: {} });

/** What a key means: a fact, or with the name of their relation before it a field of related rows (`orders.amount`). */
export function fieldNamed({ facts, relations }: Catalogue, key: string): FieldDefinition | undefined {
  const [relation = '', ...rest] = key.split('.');
  const related = Object.hasOwn(relations, relation) ? relations[relation as RelationName]?.fields ?? [] : [];
  return facts.get(key) ?? related.find((field) => field.key === rest.join('.'));
}
