import { type Bilingual, type FactDefinition, type FieldDefinition } from '#facts';
import type { RelationName } from './rule.ts';

/** What a rule may be about. */
export type RuleSubject = 'customer' | 'lead' | 'opportunity' | 'quote' | 'case';

/** Rows that belong to a subject, with the fields a rule may compare. */
export interface RelationDefinition {
  readonly label: Bilingual;
  readonly fields: readonly FieldDefinition[];
}

/** Everything that rules about one kind of subject may read. */
export interface Catalogue {
  readonly subject: RuleSubject;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly relations: Readonly<Record<RelationName, RelationDefinition>>;
}
