import { mayReadField, type Viewer } from '@orbita/domain/access';
import { type CustomEntity, customFactOf, isCustomFact } from '@orbita/domain/custom-fields';
import type { FieldDefinition } from '@orbita/domain/facts';
import { stageFactOf } from '@orbita/domain/lifecycle';
import { type Catalogue, customerCatalogue, isLeaf, type Leaf, type RelationName, type Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { comparedColumn, customNameOf, isUnknown } from '#facts';
import { compileCustomLeaf, type CustomLeaf } from './custom-leaf.ts';
import { type Compared, compileLeaf, unknown } from './leaf.ts';
import { hisRows, relationSources, rowExists } from './relations.ts';

type Condition = RawBuilder<boolean>;

export interface CompileOptions {
  /** Alias of the `customer_facts` row that the rule is about; none where its subject is no customer's. */
  readonly alias?: string | undefined;
  readonly now: Date;
  /** What he may not read is unknown; without a viewer everything is read. */
  readonly viewer?: Viewer | undefined;
  /** Keys that are unknown whoever asks; fields of related rows with their relation, `orders.amount`. */
  readonly hiddenFacts?: ReadonlySet<string> | undefined;
  /** The facts of customers unless said. */
  readonly catalogue?: Catalogue | undefined;
  /** Where the facts of the subject itself are read, when it is no customer; the customer's own are read by `alias`. */
  readonly ownColumn?: ((key: string) => RawBuilder<unknown> | undefined) | undefined;
  /** Where the company's own fields of the subject are, when it is no customer, in the form in which rules compare them. */
  readonly ownCustom?: { readonly entity: CustomEntity; readonly values: RawBuilder<unknown> } | undefined;
}

/** With a customer, whose facts and rows can be read. */
type OfCustomer = CompileOptions & { readonly alias: string };

const ofCustomer = ({ alias, ...options }: CompileOptions): OfCustomer | undefined => (alias === undefined ? undefined : { ...options, alias });

/** Where the leaves of a rule are read: the customer's row, or a row of a relation. */
type FieldOf = (leaf: Leaf) => Compared | CustomLeaf | undefined;

/** A rule as an SQL condition with the three values of `evaluateRule`, NULL being unknown: for every rule, on every row. */
export function compileRule(rule: Rule, options: CompileOptions): Condition {
  return threeValued(rule, options, factOf(options));
}

/**
 * The condition for WHERE: true exactly where the rule is true, otherwise false or NULL. Cheaper than `compileRule`,
 * because `some` is EXISTS and `assume` falls away where SQL drops the unknown anyway.
 */
export function whereRule(rule: Rule, options: CompileOptions): Condition {
  return whether(true, rule, options, factOf(options));
}

function threeValued(rule: Rule, options: CompileOptions, fieldOf: FieldOf): Condition {
  const inner = (part: Rule): Condition => threeValued(part, options, fieldOf);
  if (isLeaf(rule)) return leaf(rule, options, fieldOf);
  if ('and' in rule) return all(rule.and.map(inner));
  if ('or' in rule) return any(rule.or.map(inner));
  if ('not' in rule) return sql<boolean>`(not ${inner(rule.not)})`;
  if ('assume' in rule) return sql<boolean>`coalesce(${inner(rule.rule)}, ${sql.lit(rule.assume)})`;
  const his = ofCustomer(options);
  if (!his) return unknown;
  if ('some' in rule) return someRow(rule.some, rule.where, his);
  return sql<boolean>`(not ${someRow(rule.none, rule.where, his)})`;
}

/** True exactly where the rule's truth is `wanted`; elsewhere false or NULL. */
function whether(wanted: boolean, rule: Rule, options: CompileOptions, fieldOf: FieldOf): Condition {
  const inner = (part: Rule): Condition => whether(wanted, part, options, fieldOf);
  if (isLeaf(rule)) return wanted ? leaf(rule, options, fieldOf) : sql<boolean>`(not ${leaf(rule, options, fieldOf)})`;
  if ('and' in rule) return wanted ? all(rule.and.map(inner)) : any(rule.and.map(inner));
  if ('or' in rule) return wanted ? any(rule.or.map(inner)) : all(rule.or.map(inner));
  if ('not' in rule) return whether(!wanted, rule.not, options, fieldOf);
  if ('assume' in rule) {
    if (rule.assume !== wanted) return inner(rule.rule);
    return sql<boolean>`(${threeValued(rule.rule, options, fieldOf)} is not ${sql.lit(!wanted)})`;
  }
  const his = ofCustomer(options);
  if (!his) return unknown;
  const relation = 'some' in rule ? rule.some : rule.none;
  return 'some' in rule === wanted ? existsRow(relation, rule.where, his) : noRow(relation, rule.where, his);
}

function leaf(rule: Leaf, options: CompileOptions, fieldOf: FieldOf): Condition {
  const now = options.now.getTime();
  const field = fieldOf(rule);
  if (!field) return unknown;
  return 'entity' in field ? compileCustomLeaf(rule, field, options.viewer, now) : compileLeaf(rule, field, now);
}

/** A field of the company: of the customer, or of the subject itself where that keeps some. */
function customOf(fact: string, { alias, hiddenFacts, ownCustom }: CompileOptions): CustomLeaf | undefined {
  const field = customFactOf(fact);
  const kept = field?.entity === 'CUSTOMER' && alias !== undefined ? { entity: field.entity, values: sql.ref(`${alias}.custom`) } : ownCustom;
  return field && kept?.entity === field.entity && !hiddenFacts?.has(fact) ? { ...kept, name: field.name } : undefined;
}

const all = (parts: readonly Condition[]): Condition =>
  parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` and `)})`;

const any = (parts: readonly Condition[]): Condition =>
  parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` or `)})`;

/** True when a row is true, else unknown when a row is unknown, else false: EXISTS alone would lose the unknown. */
function someRow(relation: RelationName, where: Rule, options: OfCustomer): Condition {
  const truth = threeValued(where, options, rowFieldOf(relation, options));
  return readable(relation, options, sql<boolean>`(
    select case when bool_or(t.truth) then true when bool_or(t.truth is null) then null else false end
    from (select ${truth} as truth from ${hisRows(relation, customerOf(options))}) t)`);
}

// In WHERE, where only the true counts, rows that the viewer may not read make the condition false rather than unknown.
const readableWhere = (relation: RelationName, { viewer, alias }: OfCustomer, condition: Condition): Condition =>
  viewer ? sql<boolean>`(${visible(alias, viewer, relationSources[relation].noun)} and ${condition})` : condition;

const existsRow = (relation: RelationName, where: Rule, options: OfCustomer): Condition =>
  readableWhere(relation, options, rowExists(relation, customerOf(options), whether(true, where, options, rowFieldOf(relation, options))));

const noRow = (relation: RelationName, where: Rule, options: OfCustomer): Condition =>
  readableWhere(relation, options, sql<boolean>`(not ${rowExists(
    relation, customerOf(options), sql`${threeValued(where, options, rowFieldOf(relation, options))} is not false`)})`);

const customerOf = ({ alias }: OfCustomer): RawBuilder<unknown> => sql.ref(`${alias}.customer_id`);

/** Rows that the viewer may not read are unknown to him, not missing. */
const readable = (relation: RelationName, { viewer, alias }: OfCustomer, condition: Condition): Condition =>
  viewer ? sql<boolean>`case when ${visible(alias, viewer, relationSources[relation].noun)} then ${condition} end` : condition;

function factOf(options: CompileOptions): FieldOf {
  const catalogue = options.catalogue ?? customerCatalogue();
  const his = ofCustomer(options);
  return ({ fact: key }) => {
    if (isCustomFact(key)) return customOf(key, options);
    const fact = catalogue.facts.get(key) ?? stageFactOf(key);
    if (!fact || isUnknown(fact, options)) return undefined;
    const column = options.ownColumn?.(key) ?? (his && comparedColumn(key, his));
    return column && { column, type: fact.type, elementsAreIds: fact.references !== undefined };
  };
}

function rowFieldOf(relation: RelationName, options: OfCustomer): FieldOf {
  const fields = (options.catalogue ?? customerCatalogue()).relations[relation]?.fields ?? [];
  const hidden = (field: FieldDefinition): boolean =>
    options.hiddenFacts?.has(`${relation}.${field.key}`) === true
    || (options.viewer !== undefined && !mayReadField(options.viewer.role, field));
  const { custom } = relationSources[relation];
  return ({ fact: key }) => {
    if (custom && isCustomFact(key)) return options.hiddenFacts?.has(`${relation}.${key}`) ? undefined : { ...custom, name: customNameOf(key) ?? '' };
    const field = fields.find((candidate) => candidate.key === key);
    const column = relationSources[relation].fields[key];
    if (!field || !column || hidden(field)) return undefined;
    return { column, type: field.type, elementsAreIds: field.references !== undefined };
  };
}
