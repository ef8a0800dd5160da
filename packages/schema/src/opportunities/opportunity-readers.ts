import { opportunitiesByIds, type OpportunityRow, type OpportunitySelection, type PipelineRow, pipelinesByIds, rhythmsOf, subjectsOf } from '@orbita/database/opportunities';
import type { PipelineRhythm } from '@orbita/domain/opportunities';
import { relationsReadBy, type Subject } from '@orbita/domain/rules';
import { batched, type RequestContext } from '#request';

/** The pipeline of an opportunity: all that one round of resolving asks for, in one statement. */
export const pipelineReader = (context: RequestContext, id: string): Promise<PipelineRow | null> =>
  batched(context, 'pipelines', id, (ids) => pipelinesByIds(context.em, ids, context.viewer));

/** How long won opportunities stood in the stages of a pipeline; read only where a stage does not say it itself. */
export async function rhythmReader(context: RequestContext, { id, stages }: PipelineRow): Promise<PipelineRhythm> {
  if (stages.every(({ staleAfterDays }) => staleAfterDays !== null)) return {};
  return (await batched(context, 'rhythms', id, (ids) => rhythmsOf(context.em, ids)))?.rhythm ?? {};
}

/** What gates read of opportunities of one pipeline. */
export async function subjectReader(context: RequestContext, id: string, pipeline: PipelineRow): Promise<Subject> {
  const relations = new Set(pipeline.stages.flatMap(({ gate }) => [...relationsReadBy(gate)]));
  const reading = { now: context.now, zone: context.company.zone };
  const found = await batched(context, `subjects:${[...relations].sort().join()}`, id, async (ids) =>
    [...await subjectsOf(context.em, ids, relations, reading)].map(([key, subject]) => ({ id: key, subject })));
  return found?.subject ?? { facts: {} };
}

/** Opportunities that other things refer to. */
export const opportunityReader = (context: RequestContext, id: string, select: OpportunitySelection): Promise<OpportunityRow | null> =>
  batched(context, `opportunities:${[...select].sort().join()}`, id, (ids) => opportunitiesByIds(context.em, ids, select, context.viewer, context.now));
