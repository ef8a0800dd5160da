import { toIso } from '#calendar';
import type { FieldDefinition } from '#facts';
import type { Language } from '#refusal';
import type { Catalogue } from '../catalogue.ts';
import { type Comparison, isLeaf, type Leaf, type Rule } from '../rule.ts';
import { english, spanish, type Words } from './words.ts';

/** How the caller shows a constant: names of people and products, money with its currency, instants in a zone. */
export type LabelOf = (field: FieldDefinition, value: number | string | boolean) => string | undefined;

interface Telling {
  readonly words: Words;
  readonly language: Language;
  readonly labelOf: LabelOf;
  readonly fieldOf: (key: string) => FieldDefinition | undefined;
  readonly catalogue: Catalogue;
}

const symbols: Record<Comparison, string> = { eq: '=', ne: '≠', lt: '<', le: '≤', gt: '>', ge: '≥' };

/** The rule as a person reads it. Without a label of the caller, money is minor units and instants are UTC. */
export function describeRule(rule: Rule, catalogue: Catalogue, language: Language, labelOf: LabelOf = () => undefined): string {
  const words = language === 'es' ? spanish : english;
  return tell(rule, { words, language, labelOf, catalogue, fieldOf: (key) => catalogue.facts.get(key) });
}

function tell(rule: Rule, telling: Telling): string {
  const { words } = telling;
  if (isLeaf(rule)) return tellLeaf(rule, telling);
  if ('and' in rule) return tellParts(rule.and, words.and, words.always, telling);
  if ('or' in rule) return tellParts(rule.or, words.or, words.never, telling);
  if ('not' in rule) return `${words.not} (${tell(rule.not, telling)})`;
  if ('assume' in rule) return `${enclosed(rule.rule, telling)} (${rule.assume ? words.countsAsYes : words.countsAsNo})`;
  const [quantity, relation] = 'some' in rule ? [words.some, rule.some] as const : [words.none, rule.none] as const;
  const related = telling.catalogue.relations[relation];
  const where = tell(rule.where, { ...telling, fieldOf: (key) => related?.fields.find((field) => field.key === key) });
  return `${quantity} ${related?.label[telling.language] ?? words.gone}: (${where})`;
}

function tellParts(parts: readonly Rule[], joint: string, empty: string, telling: Telling): string {
  if (parts.length === 0) return empty;
  if (parts.length === 1) return tell(parts[0] as Rule, telling);
  return parts.map((part) => enclosed(part, telling)).join(` ${joint} `);
}

/** In brackets where it would otherwise run into its neighbours. */
function enclosed(rule: Rule, telling: Telling): string {
  const parts = 'and' in rule ? rule.and : 'or' in rule ? rule.or : [];
  return parts.length > 1 ? `(${tell(rule, telling)})` : tell(rule, telling);
}

function tellLeaf(leaf: Leaf, telling: Telling): string {
  const { words, language } = telling;
  const field = telling.fieldOf(leaf.fact);
  if (!field) return `${words.quoted(leaf.fact)} (${words.gone})`;
  const label = field.label[language];
  const shown = (value: number | string | boolean): string => tellValue(field, value, telling);
  switch (leaf.is) {
    case 'isSet': return `${label} ${words.isSet}`;
    case 'reached': return `${label}: ${words.reached}`;
    case 'daysSince': return `${label}: ${words.ago(leaf.days, leaf.compare)}`;
    case 'daysUntil': return `${label}: ${words.ahead(leaf.days, leaf.compare)}`;
    case 'in': return `${label} ${words.is} ${leaf.values.map(shown).join(` ${words.or} `)}`;
    case 'contains': return `${label} ${field.type === 'set' ? words.includes : words.contains} ${shown(leaf.value)}`;
    case 'startsWith': return `${label} ${words.startsWith} ${shown(leaf.value)}`;
    default: return tellComparison(leaf.is, label, field, shown(leaf.value), leaf.value, words);
  }
}

function tellComparison(
  is: Comparison, label: string, field: FieldDefinition, shown: string, value: number | string | boolean, words: Words,
): string {
  if (field.type === 'instant') return `${label}: ${words.moment[is]} ${shown}`;
  if (field.type === 'integer') return `${label} ${symbols[is]} ${shown}`;
  if (field.type === 'boolean') return `${label}: ${value === (is === 'eq') ? words.yes : words.no}`;
  return `${label} ${is === 'ne' ? words.isNot : words.is} ${shown}`;
}

function tellValue(field: FieldDefinition, value: number | string | boolean, telling: Telling): string {
  const given = telling.labelOf(field, value) ?? field.valueLabels?.[String(value)]?.[telling.language];
  if (given !== undefined) return given;
  if (typeof value === 'number') {
    if (field.type === 'instant') return tellMoment(value);
    if (field.unit === 'percent') return `${value} %`;
    if (field.unit === 'days') return telling.words.days(value);
    if (field.decimals) return (value / 10 ** field.decimals).toFixed(field.decimals).replace('.', telling.language === 'es' ? ',' : '.');
  }
  return field.type === 'text' ? telling.words.quoted(String(value)) : String(value);
}

function tellMoment(instant: number): string {
  const [date = '', time = ''] = toIso(instant).split('T');
  return time.startsWith('00:00:00.000') ? date : `${date} ${time.slice(0, 5)} UTC`;
}
