import { type Cohort, type CohortGroup, cohortsBy, cohortTotals, velocityOf } from '@orbita/database/cycles';
import { addDays, startOfDay } from '@orbita/domain/calendar';
import type { Origin } from '@orbita/domain/cycles';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow, type RequestContext } from '#request';
import { CycleGroup } from './cycle-enums.ts';
import { CycleCohort, CycleCohortInput, CycleFunnel, CycleLedger, ledgerAnswer } from './measures.type.ts';

// What is counted over all cycles costs more than a row.
const complexity = ({ childComplexity }: { childComplexity: number }) => 20 + childComplexity;
const mostGroups = 60;
const which = () => CycleCohortInput;

@Resolver()
export class CycleMeasuresResolver {
  @Query(() => CycleLedger, { complexity, description: 'Over the customers whom the viewer sees.' })
  @Allow('customer', 'read')
  async cycleLedger(@Ctx() context: RequestContext, @Arg('cohort', which, { nullable: true }) cohort?: CycleCohortInput): Promise<CycleLedger> {
    return ledgerAnswer((await cohortTotals(context.em, cohortOf(cohort, context), context.viewer)).ledger);
  }

  @Query(() => CycleFunnel, { complexity, description: 'How far cycles came, and how long they stayed, phase by phase.' })
  @Allow('customer', 'read')
  async cycleFunnel(@Ctx() context: RequestContext, @Arg('cohort', which, { nullable: true }) cohort?: CycleCohortInput): Promise<CycleFunnel> {
    const asked = cohortOf(cohort, context);
    const { funnel } = await cohortTotals(context.em, asked, context.viewer);
    const { phases, firstPurchase } = await velocityOf(context.em, asked, context.viewer);
    return { phases: funnel.map((one) => ({ ...one, medianTime: phases[one.phase] ?? null })), timeToFirstPurchase: firstPurchase };
  }

  @Query(() => [CycleCohort], { complexity: ({ childComplexity }) => 20 + mostGroups * childComplexity, description: 'Months the latest first, the others the largest first; at most sixty.' })
  @Allow('customer', 'read')
  async cycleCohorts(
    @Arg('by', () => CycleGroup) by: CohortGroup, @Ctx() context: RequestContext,
    @Arg('cohort', which, { nullable: true }) cohort?: CycleCohortInput,
    @Arg('first', () => Int, { nullable: true, description: '1–60.' }) first = mostGroups,
  ): Promise<CycleCohort[]> {
    const { em, viewer, company: { zone } } = context;
    const rows = await cohortsBy(em, cohortOf(cohort, context), { by, zone, limit: Math.max(1, Math.min(first, mostGroups)) }, viewer);
    return rows.map(({ ledger, funnel, ...group }) => ({ ...group, ledger: ledgerAnswer(ledger), funnel: [...funnel] }));
  }
}

function cohortOf(input: CycleCohortInput | undefined, { company: { zone } }: RequestContext): Cohort {
  const { openedFrom, openedUntil, origin, lineId, source, ownerId } = input ?? {};
  return {
    from: openedFrom ? new Date(startOfDay(openedFrom, zone)) : undefined,
    until: openedUntil ? new Date(startOfDay(addDays(openedUntil, 1), zone)) : undefined,
    origin: (origin ?? undefined) as Origin | undefined, lineId: lineId ?? undefined, source: source ?? undefined, ownerId: ownerId ?? undefined,
  };
}
