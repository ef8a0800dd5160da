import {
  lifecycleModelById, type LifecycleModelRow, listLifecycleModels, previewMoves, previewSample, ruleCatalogue, type StageFigures, stageFigures,
} from '@orbita/database/lifecycle';
import { holdsBound, type LifecycleModel, prepareModel, stageMeasures } from '@orbita/domain/lifecycle';
import { isRefused } from '@orbita/domain/refusal';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { customersByIds } from '@orbita/database/customers';
import { Allow, type RequestContext } from '#request';
import { Json } from '#scalars';
import { LifecycleModelType } from './lifecycle-model.type.ts';
import { LifecycleOverview, LifecyclePreview, type MeasuredBound, type MovingCustomerType, type StageOverview } from './overview.type.ts';
import { type Telling, tellingOf, tellModel, tellStage } from './telling.ts';

const sampleSize = 10;

@Resolver(() => LifecycleModelType)
export class LifecycleModelResolver {
  @Query(() => [LifecycleModelType], { complexity: ({ childComplexity }) => 6 * childComplexity, description: 'Those in use first.' })
  @Allow('lifecycle', 'read')
  async lifecycleModels(@Ctx() context: RequestContext): Promise<LifecycleModelType[]> {
    const [models, telling] = [await listLifecycleModels(context.em, context.viewer), await tellingOf(context)];
    return models.map((model) => tellModel(model, telling));
  }

  @Query(() => LifecycleModelType, { nullable: true })
  @Allow('lifecycle', 'read')
  async lifecycleModel(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<LifecycleModelType | null> {
    const model = await lifecycleModelById(context.em, id, context.viewer);
    return model && tellModel(model, await tellingOf(context));
  }

  @Query(() => LifecycleOverview, { nullable: true, complexity: ({ childComplexity }) => 20 + childComplexity })
  @Allow('lifecycle', 'read')
  async lifecycleOverview(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<LifecycleOverview | null> {
    const { em, viewer, now } = context;
    const model = await lifecycleModelById(em, id, viewer);
    if (!model) return null;
    const figures = await stageFigures(em, model.key, model.stages.map(({ key }) => key), viewer, now);
    return tellOverview(model, figures, await tellingOf(context));
  }

  @Query(() => LifecyclePreview, { nullable: true, complexity: ({ childComplexity }) => 20 + childComplexity, description: 'What publishing this would do.' })
  @Allow('lifecycle', 'update')
  async lifecyclePreview(
    @Arg('id', () => ID) id: string, @Arg('model', () => Json) input: unknown, @Ctx() context: RequestContext,
  ): Promise<LifecyclePreview | null> {
    const { em, viewer } = context;
    const standing = await lifecycleModelById(em, id, viewer);
    if (!standing) return null;
    const model = prepareModel(input, await ruleCatalogue(em));
    if (isRefused(model)) return { refusal: model as LifecyclePreview['refusal'], customers: 0, moving: 0, moves: [], sample: [] };
    return previewOf({ ...model, key: standing.key }, context);
  }
}

async function previewOf(model: LifecycleModel, context: RequestContext): Promise<LifecyclePreview> {
  const { em, viewer, now } = context;
  const moves = await previewMoves(em, model, { viewer, now });
  const sum = (some: typeof moves) => some.reduce((total, { customers }) => total + customers, 0);
  const moving = sum(moves.filter(({ from, to }) => from !== to));
  return { refusal: null, customers: sum(moves), moving, moves, sample: moving > 0 ? await sampleOf(model, context) : [] };
}

async function sampleOf(model: LifecycleModel, { em, viewer, now }: RequestContext): Promise<MovingCustomerType[]> {
  const moving = await previewSample(em, model, { viewer, now, size: sampleSize });
  const rows = await customersByIds(em, moving.map(({ id }) => id), { fields: new Set(['id', 'name']), facts: new Set() }, viewer, now);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return moving.map((one) => ({ ...one, name: names.get(one.id) ?? null }));
}

function tellOverview(model: LifecycleModelRow, figures: readonly StageFigures[], telling: Telling): LifecycleOverview {
  const customers = figures.reduce((total, one) => total + one.customers, 0);
  const stages = model.stages.map(({ key, kpiBounds }, at): StageOverview => {
    const found = figures.find(({ stage }) => stage === key) ?? nobody;
    const share = customers === 0 ? 0 : Math.round((100 * found.customers) / customers);
    const bounds = kpiBounds.map(({ text, bound }): MeasuredBound => {
      const measured = bound === null ? null : measuredBy(found, bound.measure);
      return {
        text: text[telling.context.viewer.language], measured, unit: bound && stageMeasures[bound.measure].unit,
        met: bound === null || measured === null ? null : holdsBound(bound, measured),
      };
    });
    return { ...found, stage: tellStage(model, at, telling), share, bounds };
  });
  return { model: tellModel(model, telling), customers, stages };
}

const nobody: Omit<StageFigures, 'stage'> = {
  customers: 0, medianDays: null, medianDaysSoFar: null, entered: 0, departed: 0, moveOnShare: null, shareOfBuyers: null,
};

/** What can be measured today; null for every other measure. */
function measuredBy(figures: Omit<StageFigures, 'stage'>, measure: keyof typeof stageMeasures): number | null {
  switch (measure) {
    case 'medianDays': return figures.medianDays;
    case 'medianMonths': return figures.medianDays === null ? null : Math.floor(figures.medianDays / 30.4);
    case 'moveOnShare': return figures.moveOnShare;
    case 'shareOfBuyers': return figures.shareOfBuyers;
    default: return null;
  }
}
