import { type CustomerRow, listCustomers } from '@orbita/database/customers';
import { catalogueFor } from '@orbita/database/lifecycle';
import {
  type BreakdownRow, breakdowns, compareSegments, type ComparedSide, meaningOf, previewCounts, segmentById, type SegmentCounts,
  type SegmentMeaning, type SegmentRow,
} from '@orbita/database/segments';
import { factDefinition } from '@orbita/domain/facts';
import { type Rule } from '@orbita/domain/rules';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { customerSelection, CustomerType } from '#customers';
import { Allow, type CompanyContext, labelOf, type RequestContext, ruleOf, ruleText } from '#request';
import { Json, money } from '#scalars';
import { type BreakdownCell, type ComparedSegment, SegmentBreakdown, SegmentComparison, SegmentPreview } from './preview.type.ts';
import { SegmentType } from './segment.type.ts';

type Previewed = SegmentCounts & { rule: Rule };

const sampleSize = 10;

@Resolver(() => SegmentPreview)
export class SegmentPreviewResolver {
  @Query(() => SegmentPreview, { complexity: ({ childComplexity }) => 20 + childComplexity })
  @Allow('segment', 'read')
  async segmentPreview(@Arg('rule', () => Json) input: unknown, @Ctx() context: RequestContext): Promise<unknown> {
    const { em, viewer, now } = context;
    const rule = await ruleOf({ em }, input) ?? { and: [] };
    const catalogue = await catalogueFor(em, rule);
    const counts = await previewCounts(em, rule, viewer, now);
    const predicates = counts.predicates.map((one) => ({ ...one, text: ruleText(one.rule, catalogue, context) }));
    return { ...counts, predicates, rule };
  }

  @FieldResolver(() => [CustomerType], { complexity: ({ childComplexity }) => sampleSize * childComplexity, description: 'Ten of them, those who bought last first.' })
  async sample(@Root() { rule }: Previewed, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow[]> {
    const { em, viewer, now } = context;
    const page = { order: { by: 'lastOrderAt', descending: true }, size: sampleSize };
    const rows = await listCustomers(em, { rule }, page, customerSelection(info, context), viewer, now);
    return rows.slice(0, sampleSize);
  }

  @FieldResolver(() => [SegmentBreakdown], { complexity: ({ childComplexity }) => 7 * childComplexity })
  breakdowns(@Root() { rule }: Previewed, @Ctx() context: RequestContext): Promise<SegmentBreakdown[]> {
    return breakdownsOf({ kind: 'RULE', rule }, context);
  }

  @Query(() => SegmentComparison, { nullable: true, complexity: ({ childComplexity }) => 20 + childComplexity })
  @Allow('segment', 'read')
  async compareSegments(
    @Arg('a', () => ID) a: string, @Arg('b', () => ID) b: string, @Ctx() { em, viewer, company, now }: RequestContext,
  ): Promise<SegmentComparison | null> {
    const [first, second] = await Promise.all([segmentById(em, a, viewer), segmentById(em, b, viewer)]);
    if (!first || !second) return null;
    const compared = await compareSegments(em, meaningOf(first), meaningOf(second), viewer, now);
    return { overlap: compared.overlap, a: sideOf(compared.a, company), b: sideOf(compared.b, company) };
  }
}

@Resolver(() => SegmentType)
export class SegmentBreakdownsResolver {
  @FieldResolver(() => [SegmentBreakdown], { complexity: ({ childComplexity }) => 7 * childComplexity, description: 'Its members divided by what one asks first; of a list too.' })
  breakdowns(@Root() segment: SegmentRow, @Ctx() context: RequestContext): Promise<SegmentBreakdown[]> {
    return breakdownsOf(meaningOf(segment), context);
  }
}

async function breakdownsOf(meaning: SegmentMeaning, context: RequestContext): Promise<SegmentBreakdown[]> {
  const { em, viewer, now } = context;
  const rows = await breakdowns(em, meaning, viewer, now);
  const groups = Map.groupBy(rows, (row) => row.by.join());
  return [...groups.values()].map((group) => ({
    facts: [...group[0]?.by ?? []], cells: group.map((row) => cellOf(row, context)),
  }));
}

function cellOf(row: BreakdownRow, context: RequestContext): BreakdownCell {
  const { viewer: { language }, company: { currency } } = context;
  const wordOf = labelOf(context);
  const labels = row.by.map((key, at) => {
    const fact = factDefinition(key);
    const value = row.keys[at] ?? null;
    if (value === null) return fact?.nullMeans?.[language] ?? '';
    return (fact && wordOf(fact, value)) ?? fact?.valueLabels?.[value]?.[language] ?? value;
  });
  return { keys: [...row.keys], labels, count: row.count, revenue12m: money(row.revenue12m, currency) };
}

const sideOf = (side: ComparedSide, { currency }: CompanyContext): ComparedSegment => ({
  ...side, revenue12m: money(side.revenue12m, currency), revenue12mMean: money(side.revenue12mMean, currency), tiers: [...side.tiers],
});
