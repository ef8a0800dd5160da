import { opportunitiesByIds, type OpportunityRow, type OpportunitySelection, type PipelineRow, pipelinesByIds, readByGates, rhythmsOf, subjectsOf } from '@orbita/database/opportunities';
import type { PipelineRhythm } from '@orbita/domain/opportunities';
import type { Subject } from '@orbita/domain/rules';
import { batched, type RequestContext } from '#request';

interface Known {
  readonly pipeline: PipelineRow;
  readonly rhythm: PipelineRhythm | undefined;
}

const knownOf = ({ readers }: RequestContext): Map<string, Known> => {
  const known = (readers.get(knownOf) as Map<string, Known> | undefined) ?? new Map<string, Known>();
  readers.set(knownOf, known);
  return known;
};

/** Keeps a pipeline that an operation has read for the fields of its opportunities: hundreds of cards then wait for nothing. */
export async function keepPipeline(context: RequestContext, pipeline: PipelineRow, asked: ReadonlySet<string>): Promise<void> {
  const rhythm = asked.has('isStale') || asked.has('staleAt') ? await rhythmReader(context, pipeline) : undefined;
  knownOf(context).set(pipeline.id, { pipeline, rhythm });
}

/** The pipeline of an opportunity: as it is kept, or all that one round of resolving asks for, in one statement. */
export const pipelineReader = (context: RequestContext, id: string): PipelineRow | null | Promise<PipelineRow | null> =>
  knownOf(context).get(id)?.pipeline ?? batched(context, 'pipelines', id, (ids) => pipelinesByIds(context.em, ids, context.viewer));

/** How long won opportunities stood in the stages of a pipeline; read only where a stage does not say it itself. */
export function rhythmReader(context: RequestContext, { id, stages }: PipelineRow): PipelineRhythm | Promise<PipelineRhythm> {
  if (stages.every(({ staleAfterDays }) => staleAfterDays !== null)) return {};
  return knownOf(context).get(id)?.rhythm ?? batched(context, 'rhythms', id, (ids) => rhythmsOf(context.em, ids)).then((found) => found?.rhythm ?? {});
}

/** What gates read of opportunities of one pipeline. */
export async function subjectReader(context: RequestContext, id: string, pipeline: PipelineRow): Promise<Subject> {
  const read = readByGates(pipeline.stages);
  const reading = { now: context.now, zone: context.company.zone };
  const found = await batched(context, `subjects:${[...read.relations, ...read.facts].sort().join()}`, id, async (ids) =>
    [...await subjectsOf(context.em, ids, read, reading)].map(([key, subject]) => ({ id: key, subject })));
  return found?.subject ?? { facts: {} };
}

/** Opportunities that other things refer to. */
export const opportunityReader = (context: RequestContext, id: string, select: OpportunitySelection): Promise<OpportunityRow | null> =>
  batched(context, `opportunities:${[...select].sort().join()}`, id, (ids) => opportunitiesByIds(context.em, ids, select, context.viewer, context.now));
