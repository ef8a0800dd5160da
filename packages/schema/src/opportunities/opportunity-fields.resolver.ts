import type { CustomerRow } from '@orbita/database/customers';
import type { OpportunityRow, PipelineRow } from '@orbita/database/opportunities';
import { type OrderRow, ordersByIds } from '@orbita/database/orders';
import { may } from '@orbita/domain/access';
import { customFacts } from '@orbita/domain/custom-fields';
import {
  allowedMoves, mayOverrideGates, type Missing, missingForGate, opportunityCatalogue, type OpportunityState, type Pipeline, staleAt, weigh, withRequiredFields,
} from '@orbita/domain/opportunities';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { costOfValues, CustomValuesArgs, CustomValueType, tellCustomValues } from '#custom-fields';
import { customerReader, CustomerType } from '#customers';
import { OrderType } from '#orders';
import { batched, type RequestContext, ruleText, selectedFields, whenKnown } from '#request';
import { DateTime, money, MoneyType } from '#scalars';
import { pipelineReader, rhythmReader, subjectReader } from './opportunity-readers.ts';
import { AllowedMove, MissingForGate, OpportunityQualification, OpportunityType } from './opportunity.type.ts';
import { PipelineText, PipelineType } from './pipeline.type.ts';

const nullable = true;
const day = 86_400_000;
const stateOf = ({ status, stage, stageSince }: OpportunityRow): OpportunityState => ({ status, stage, stageSince: new Date(stageSince).getTime() });

@Resolver(() => OpportunityType)
export class OpportunityFieldsResolver {
  @FieldResolver(() => MoneyType, { nullable, description: 'In the currency of the opportunity.' })
  amount(@Root() { amount, currency }: OpportunityRow): MoneyType | null {
    return money(amount, currency);
  }

  @FieldResolver(() => MoneyType, { nullable, description: "In the company's currency." })
  companyAmount(@Root() { companyAmount }: OpportunityRow, @Ctx() { company }: RequestContext): MoneyType | null {
    return money(companyAmount, company.currency);
  }

  @FieldResolver(() => MoneyType, { nullable, description: 'Times the probability of its stage.' })
  weightedAmount(@Root() { companyAmount, pipelineId, stage }: OpportunityRow, @Ctx() context: RequestContext): MoneyType | null | Promise<MoneyType | null> {
    if (companyAmount === null) return null;
    return whenKnown(pipelineReader(context, pipelineId), (pipeline) =>
      money(weigh(Number(companyAmount), stageOf(pipeline, stage)?.probability ?? 0), context.company.currency));
  }

  @FieldResolver(() => CustomerType, { nullable })
  customer(@Root() { customerId }: OpportunityRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, customerId, info);
  }

  @FieldResolver(() => PipelineType, { nullable })
  pipeline(@Root() { pipelineId }: OpportunityRow, @Ctx() context: RequestContext): PipelineRow | null | Promise<PipelineRow | null> {
    return pipelineReader(context, pipelineId);
  }

  @FieldResolver(() => OrderType, { nullable, description: 'The order that it became, to one who may read it.' })
  async order(@Root() { orderId }: OpportunityRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<OrderRow | null> {
    const select = selectedFields(info);
    return orderId === null ? null : batched(context, info.fieldNodes, orderId, (ids) => ordersByIds(context.em, ids, select, context.viewer));
  }

  @FieldResolver(() => String, { nullable, description: "Name of the stage, in the viewer's language." })
  stageName(@Root() { pipelineId, stage }: OpportunityRow, @Ctx() context: RequestContext): string | null | Promise<string | null> {
    return whenKnown(pipelineReader(context, pipelineId), (pipeline) => stageOf(pipeline, stage)?.name[context.viewer.language] ?? null);
  }

  @FieldResolver(() => PipelineText, { nullable, complexity: 0, description: 'Names of the stage; null for one that was taken out of the pipeline.' })
  stageNames(@Root() { pipelineId, stage }: OpportunityRow, @Ctx() context: RequestContext): PipelineText | null | Promise<PipelineText | null> {
    return whenKnown(pipelineReader(context, pipelineId), (pipeline) => stageOf(pipeline, stage)?.name ?? null);
  }

  @FieldResolver(() => OpportunityQualification, { nullable })
  qualification(@Root() { qualification: known }: OpportunityRow): OpportunityQualification | null {
    if (!known?.need) return null;
    return { need: known.need.answer, budget: known.budget.answer, authority: known.authority.answer, timing: known.timing.answer };
  }

  @FieldResolver(() => [CustomValueType], { complexity: costOfValues, description: "The company's own fields, in their order, each with what it holds." })
  customValues(@Root() { customValues = [] }: OpportunityRow, @Args(() => CustomValuesArgs) { names }: CustomValuesArgs, @Ctx() context: RequestContext): CustomValueType[] {
    return tellCustomValues(names ? customValues.filter(({ name }) => names.includes(name)) : customValues, context);
  }

  @FieldResolver(() => Int, { description: 'Whole days since it was opened, or until it was closed.' })
  ageDays(@Root() { openedAt, closedAt }: OpportunityRow, @Ctx() { now }: RequestContext): number {
    return Math.floor(((closedAt === null ? now : new Date(closedAt)).getTime() - new Date(openedAt).getTime()) / day);
  }

  @FieldResolver(() => DateTime, { nullable, description: 'When it counts as stale if it does not move.' })
  staleAt(@Root() row: OpportunityRow, @Ctx() context: RequestContext): Date | null | Promise<Date | null> {
    return whenKnown(pipelineReader(context, row.pipelineId), (pipeline) => pipeline && whenKnown(rhythmReader(context, pipeline), (rhythm) => {
      const at = staleAt(stateOf(row), pipeline, rhythm);
      return at === null ? null : new Date(at);
    }));
  }

  @FieldResolver(() => Boolean, { description: 'It has stood still for longer than its stage allows.' })
  isStale(@Root() row: OpportunityRow, @Ctx() context: RequestContext): boolean | Promise<boolean> {
    return whenKnown(this.staleAt(row, context), (at) => at !== null && at <= context.now);
  }

  @FieldResolver(() => Boolean)
  viewerCanUpdate(@Root() { owned }: OpportunityRow, @Ctx() { viewer }: RequestContext): boolean {
    return may(viewer, 'opportunity', 'update', owned);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may pass a gate that does not hold, with a reason.' })
  viewerCanOverride(@Root() { owned }: OpportunityRow, @Ctx() { viewer }: RequestContext): boolean {
    return mayOverrideGates(viewer) && may(viewer, 'opportunity', 'update', owned);
  }

  @FieldResolver(() => [AllowedMove], { complexity: ({ childComplexity }) => 8 * childComplexity, description: 'Where it could go, winning it last, for whoever may place its order; nowhere for a closed one.' })
  async allowedMoves(@Root() row: OpportunityRow, @Ctx() context: RequestContext): Promise<AllowedMove[]> {
    const pipeline = await pipelineReader(context, row.pipelineId);
    if (!pipeline || row.status !== 'OPEN') return [];
    const subject = await subjectReader(context, row.id, pipeline);
    // Winning makes an order: whoever may not place one for this customer cannot win.
    const mayWin = may(context.viewer, 'order', 'create', row.owned);
    const moves = allowedMoves(stateOf(row), gated(pipeline), subject, context.now.getTime()).filter(({ direction }) => direction !== 'WIN' || mayWin);
    return moves.map(({ missing, ...move }) => ({ ...move, missing: told(missing, pipeline, context) }));
  }

  @FieldResolver(() => [MissingForGate], { complexity: ({ childComplexity }) => 2 * childComplexity, description: 'What is missing to leave the stage in which it stands.' })
  async missingForGate(@Root() row: OpportunityRow, @Ctx() context: RequestContext): Promise<MissingForGate[]> {
    const pipeline = await pipelineReader(context, row.pipelineId);
    const stage = pipeline && stageOf(gated(pipeline), row.stage);
    if (!pipeline || !stage || row.status !== 'OPEN') return [];
    return told(missingForGate(stage, await subjectReader(context, row.id, pipeline), context.now.getTime()), pipeline, context);
  }
}

const gated = (pipeline: PipelineRow): PipelineRow => ({ ...pipeline, stages: withRequiredFields(pipeline.stages, pipeline.fields) });

const stageOf = (pipeline: Pipeline | null, key: string) => pipeline?.stages.find((stage) => stage.key === key);

// What a gate read is not told: it is the company's, and may be more than this viewer may see.
const told = (missing: readonly Missing[], pipeline: PipelineRow, context: RequestContext): MissingForGate[] => missing.map(({ stage, rule }) => {
  const stageNames = stageOf(pipeline, stage)?.name ?? null;
  const catalogue = opportunityCatalogue(customFacts(pipeline.fields));
  return { stage, stageName: stageNames?.[context.viewer.language] ?? stage, stageNames, rule, text: ruleText(rule, catalogue, context) };
});
