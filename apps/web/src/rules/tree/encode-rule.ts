import { isLeaf, type Leaf, parseRule, type Rule } from '@orbita/domain/rules';
import { isRefused } from '@orbita/domain/refusal';
import { catalogueOf } from './catalogue.ts';

/*
 * A rule as one word of an address: tokens parted by `*`, heads before their parts, `-` after a list. Only signs that
 * no browser and no router escapes: and*ordersCount*ge*n2*valueTier*in*sA*sB*-*-
 */
const end = '-';

const word = (text: string): string =>
  encodeURIComponent(text).replace(/[_*!~'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%', '_');
const constant = (value: unknown): string => {
  if (typeof value === 'number') return `n${value}`;
  return typeof value === 'string' ? `s${word(value)}` : value === true ? 't' : 'f';
};

/** Short, and safe in an address. */
export const encodeRule = (rule: Rule): string => [...tokensOf(rule)].join('*');

function* tokensOf(rule: Rule): Generator<string> {
  if (isLeaf(rule)) yield* leafTokens(rule);
  else if ('and' in rule) yield* listTokens('and', rule.and);
  else if ('or' in rule) yield* listTokens('or', rule.or);
  else if ('not' in rule) yield* ['not', ...tokensOf(rule.not)];
  else if ('assume' in rule) yield* [rule.assume ? 'yes' : 'no', ...tokensOf(rule.rule)];
  else if ('some' in rule) yield* ['some', rule.some, ...tokensOf(rule.where)];
  else yield* ['none', rule.none, ...tokensOf(rule.where)];
}

function* listTokens(head: string, parts: readonly Rule[]): Generator<string> {
  yield head;
  for (const part of parts) yield* tokensOf(part);
  yield end;
}

function leafTokens(leaf: Leaf): readonly string[] {
  const head = [word(leaf.fact), leaf.is];
  if ('days' in leaf) return [...head, leaf.compare, `n${leaf.days}`];
  if ('values' in leaf) return [...head, ...leaf.values.map(constant), end];
  return 'value' in leaf ? [...head, constant(leaf.value)] : head;
}

/** The rule about customers of an address; undefined when it is none, or one that this product cannot read. */
export function decodeRule(text: string | undefined): Rule | undefined {
  if (!text) return undefined;
  try {
    const tokens = text.split('*');
    const rule = parseRule(readRule(tokens), catalogueOf('customer'));
    return isRefused(rule) || tokens.length > 0 ? undefined : rule;
  } catch {
    return undefined;
  }
}

function next(tokens: string[]): string {
  const token = tokens.shift();
  if (token === undefined) throw new Error('The rule ends too early.');
  return token;
}

const readWord = (token: string): string => decodeURIComponent(token.replaceAll('_', '%'));
const readConstant = (token: string): unknown => {
  const rest = token.slice(1);
  if (token[0] === 'n') return Number(rest);
  return token[0] === 's' ? readWord(rest) : token === 't';
};

function readList<Part>(tokens: string[], read: () => Part): Part[] {
  const parts: Part[] = [];
  while (tokens[0] !== end) parts.push(read());
  tokens.shift();
  return parts;
}

function readRule(tokens: string[]): unknown {
  const head = next(tokens);
  switch (head) {
    case 'and': case 'or': return { [head]: readList(tokens, () => readRule(tokens)) };
    case 'not': return { not: readRule(tokens) };
    case 'yes': case 'no': return { assume: head === 'yes', rule: readRule(tokens) };
    case 'some': case 'none': return { [head]: next(tokens), where: readRule(tokens) };
    default: return readLeaf(readWord(head), tokens);
  }
}

function readLeaf(fact: string, tokens: string[]): unknown {
  const is = next(tokens);
  switch (is) {
    case 'isSet': case 'reached': return { fact, is };
    case 'in': return { fact, is, values: readList(tokens, () => readConstant(next(tokens))) };
    case 'daysSince': case 'daysUntil': return { fact, is, compare: next(tokens), days: readConstant(next(tokens)) };
    default: return { fact, is, value: readConstant(next(tokens)) };
  }
}
