import type { Viewer } from '@orbita/domain/access';
import { isLeaf, type Rule, type Truth } from '@orbita/domain/rules';
import { sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';
import { factColumn } from '#facts';
import { compileRule } from '#rules';

/** One node of a rule, read on one customer. */
export interface ExplainedNode {
  /** Where in the rule: `and.1.not`; empty is the whole. */
  readonly path: string;
  readonly depth: number;
  readonly rule: Rule;
  readonly truth: Truth;
  /** What a predicate found; null on other nodes and where nothing is known. */
  readonly value: unknown;
  /** Whether it is one of the reasons for the truth of the whole. */
  readonly deciding: boolean;
}

interface Node {
  readonly path: string;
  readonly depth: number;
  readonly rule: Rule;
  readonly above: number;
}

/** A rule node by node on one customer, as the viewer may know him, in one statement; null without such a customer. */
export async function explainRuleOn(em: Em, rule: Rule, customerId: string, viewer: Viewer, now: Date): Promise<ExplainedNode[] | null> {
  const nodes = flatten(rule);
  const reading = { alias: 'f', now, viewer };
  const columns = nodes.flatMap((node, at) => [
    sql`${sql.lit(`t${at}`)}::text, ${compileRule(node.rule, reading)}`,
    ...(isLeaf(node.rule) ? [sql`${sql.lit(`v${at}`)}::text, ${factColumn(node.rule.fact, reading)}`] : []),
  ]);
  // A function takes 100 arguments at most.
  const chunks = Array.from({ length: Math.ceil(columns.length / 40) }, (_, at) =>
    sql`jsonb_build_object(${sql.join(columns.slice(at * 40, at * 40 + 40))})`);
  const [row] = await rowsOf(em, sql<{ found: Record<string, unknown> }>`
    select ${sql.join(chunks, sql` || `)} as found from customer_facts f
    where f.customer_id = (select coalesce(c.merged_into, c.id) from customer c where c.id = ${customerId}::uuid)
      and ${visibleFacts('f', viewer)}`);
  if (!row) return null;
  const truths = nodes.map((_, at): Truth => (row.found[`t${at}`] as boolean | null) ?? 'unknown');
  return nodes.map((node, at) => ({
    path: node.path, depth: node.depth, rule: node.rule, truth: truths[at] ?? 'unknown', value: row.found[`v${at}`] ?? null,
    deciding: isPredicate(node.rule) && decides(nodes, truths, at),
  }));
}

const isPredicate = (rule: Rule): boolean => isLeaf(rule) || 'some' in rule || 'none' in rule;

/** Below `and` and `or` those decide that share the truth of the whole; below `not` and `assume` what is inside. */
function decides(nodes: readonly Node[], truths: readonly Truth[], at: number): boolean {
  const above = nodes[at]?.above ?? -1;
  const parent = nodes[above]?.rule;
  if (!parent) return true;
  const joins = 'and' in parent || 'or' in parent;
  return (!joins || truths[at] === truths[above]) && decides(nodes, truths, above);
}

function flatten(rule: Rule): Node[] {
  const nodes: Node[] = [];
  const visit = (node: Rule, path: string, depth: number, above: number): void => {
    const own = nodes.push({ path, depth, rule: node, above }) - 1;
    const below = (part: Rule, step: string) => visit(part, path === '' ? step : `${path}.${step}`, depth + 1, own);
    if ('and' in node) node.and.forEach((part, index) => below(part, `and.${index}`));
    else if ('or' in node) node.or.forEach((part, index) => below(part, `or.${index}`));
    else if ('not' in node) below(node.not, 'not');
    else if ('assume' in node) below(node.rule, 'rule');
  };
  visit(rule, '', 0, -1);
  return nodes;
}
