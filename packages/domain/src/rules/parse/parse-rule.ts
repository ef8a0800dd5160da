import type { FieldDefinition } from '#facts';
import { isRefused, type Refusal } from '#refusal';
import type { Catalogue } from '../catalogue.ts';
import type { RelationName, Rule } from '../rule.ts';
import { parseLeaf } from './parse-leaf.ts';
import { invalid, isRecord, type Node, strangeKey } from './node.ts';

export interface ParseOptions {
  /** Facts that this rule may not read: entry rules of stages may not read `stage.*`. */
  readonly forbid?: (key: string) => boolean;
}

/** How deep a rule may nest, and how many nodes it may have. */
export const maximumDepth = 12;
export const maximumNodes = 200;

interface Reading {
  readonly catalogue: Catalogue;
  /** The relation whose rows are being asked about; none at the level of the subject. */
  readonly relation: RelationName | null;
  readonly fieldOf: (key: string) => FieldDefinition | undefined;
  readonly forbid: (key: string) => boolean;
  readonly spent: { nodes: number };
}

/**
 * Reads a rule out of JSON against what the catalogue offers, leaving text constants in their normalised form, ids in
 * lower case and instants in milliseconds. Refuses with RULE_INVALID, `field` the path of the part at fault
 * (`and.1.value`) and its reason what to do about it.
 */
export function parseRule(input: unknown, catalogue: Catalogue, options: ParseOptions = {}): Rule | Refusal {
  return read(input, '', 1, {
    catalogue,
    relation: null,
    fieldOf: (key) => catalogue.facts.get(key),
    forbid: options.forbid ?? (() => false),
    spent: { nodes: 0 },
  });
}

function read(input: unknown, path: string, depth: number, reading: Reading): Rule | Refusal {
  if (depth > maximumDepth) return invalid(path, 'TOO_DEEP', { maximum: maximumDepth });
  reading.spent.nodes += 1;
  if (reading.spent.nodes > maximumNodes) return invalid(path, 'TOO_MANY_PARTS', { maximum: maximumNodes });
  if (!isRecord(input)) return invalid(path, 'WANTED_RULE');
  if ('fact' in input) return parseLeaf(input, path, reading);
  if ('and' in input) return readParts(input, 'and', path, depth, reading);
  if ('or' in input) return readParts(input, 'or', path, depth, reading);
  if ('not' in input) return readNot(input, path, depth, reading);
  if ('assume' in input) return readAssume(input, path, depth, reading);
  if ('some' in input) return readRelation(input, 'some', path, depth, reading);
  if ('none' in input) return readRelation(input, 'none', path, depth, reading);
  return invalid(path, 'WANTED_KIND', { choices: 'fact, and, or, not, assume, some, none' });
}

function readParts(node: Node, kind: 'and' | 'or', path: string, depth: number, reading: Reading): Rule | Refusal {
  const strange = strangeKey(node, [kind], path);
  if (strange) return strange;
  const parts = node[kind];
  if (!Array.isArray(parts)) return invalid(join(path, kind), 'WANTED_RULES', { key: kind });
  const rules: Rule[] = [];
  for (const [index, part] of parts.entries()) {
    const rule = read(part, join(path, kind, index), depth + 1, reading);
    if (isRefused(rule)) return rule;
    rules.push(rule);
  }
  return kind === 'and' ? { and: rules } : { or: rules };
}

function readNot(node: Node, path: string, depth: number, reading: Reading): Rule | Refusal {
  const strange = strangeKey(node, ['not'], path);
  if (strange) return strange;
  const rule = read(node.not, join(path, 'not'), depth + 1, reading);
  return isRefused(rule) ? rule : { not: rule };
}

function readAssume(node: Node, path: string, depth: number, reading: Reading): Rule | Refusal {
  const strange = strangeKey(node, ['assume', 'rule'], path);
  if (strange) return strange;
  const { assume } = node;
  if (typeof assume !== 'boolean') return invalid(join(path, 'assume'), 'WANTED_ASSUMPTION');
  const rule = read(node.rule, join(path, 'rule'), depth + 1, reading);
  return isRefused(rule) ? rule : { assume, rule };
}

function readRelation(node: Node, kind: 'some' | 'none', path: string, depth: number, reading: Reading): Rule | Refusal {
  const strange = strangeKey(node, [kind, 'where'], path);
  if (strange) return strange;
  if (reading.relation) return invalid(join(path, kind), 'ONE_LEVEL');
  const { relations } = reading.catalogue;
  const relation = node[kind];
  if (typeof relation !== 'string' || !Object.hasOwn(relations, relation)) {
    return invalid(join(path, kind), 'CHOICES', { choices: Object.keys(relations).join(', ') });
  }
  const name = relation as RelationName;
  const fields = new Map(relations[name]?.fields.map((field) => [field.key, field]));
  const inside: Reading = {
    ...reading, relation: name, fieldOf: (key) => fields.get(key), forbid: (key) => reading.forbid(`${name}.${key}`),
  };
  const where = read(node.where, join(path, 'where'), depth + 1, inside);
  if (isRefused(where)) return where;
  return kind === 'some' ? { some: name, where } : { none: name, where };
}

const join = (...parts: readonly (string | number)[]): string => parts.filter((part) => part !== '').join('.');
