import type { Instant } from '#calendar';
import { normaliseText } from '#facts';
import type { Pipeline, PipelineStage } from '#opportunities';
import { isRefused, type Refusal } from '#refusal';
import { refuseBecause } from '../messages/index.ts';
import { type Clock, inOrder } from './in-order.ts';
import type { ImportedOpportunity } from './read-opportunity.ts';

/** A stage that was entered, and the field of the mapping that says so. */
export interface Entry {
  readonly stage: string;
  readonly at: Instant;
  readonly field: string;
}

/** The stage of this key or name, in either language, whatever its case and accents; refuses with those there are. */
export function stageCalled(pipeline: Pipeline, called: string, field: string): PipelineStage | Refusal {
  const wanted = normaliseText(called);
  const found = pipeline.stages.find(({ key, name }) => [key, name.en, name.es].some((one) => normaliseText(one) === wanted));
  const stages = pipeline.stages.map(({ key, name }) => `${key} (${name.en}, ${name.es})`).join('; ');
  return found ?? refuseBecause('NOT_FOUND', 'NO_STAGE', { value: called, stages }, field);
}

/** Where an opportunity stands by its row: where the row says, else in the stage that it entered last; null where it says neither. */
export function stageNow({ stage, entered }: Pick<ImportedOpportunity, 'stage' | 'entered'>, pipeline: Pipeline): { readonly key: string; readonly field: string } | null | Refusal {
  let last: { readonly key: string; readonly field: string; readonly at: Instant; readonly place: number } | null = null;
  for (const { stage: called, at, field } of stage === null ? entered.map((one) => ({ ...one, field: `stages.${one.stage}` })) : [{ stage, at: 0, field: 'stage' }]) {
    const found = stageCalled(pipeline, called, field);
    if (isRefused(found)) return found;
    const place = pipeline.stages.indexOf(found);
    if (last === null || at > last.at || (at === last.at && place > last.place)) last = { key: found.key, field, at, place };
  }
  return last;
}

/**
 * The stages that an opportunity entered after its first one, in order. It began in the pipeline's first stage when it
 * was opened; where it stands now comes last, since when the row says or, where it does not, since the last that is known.
 */
export function stageHistory(row: ImportedOpportunity, pipeline: Pipeline, clock: Clock): readonly Entry[] | Refusal {
  const last = row.stage === null ? null : stageCalled(pipeline, row.stage, 'stage');
  if (isRefused(last)) return last;
  const entries: Entry[] = [];
  for (const { stage: called, at: said } of row.entered) {
    const field = `stages.${called}`;
    const stage = stageCalled(pipeline, called, field);
    if (isRefused(stage)) return stage;
    const at = inOrder(said, row.openedAt, field, clock);
    if (isRefused(at)) return at;
    entries.push({ stage: stage.key, at, field });
  }
  const place = (key: string): number => (key === last?.key ? pipeline.stages.length : pipeline.stages.findIndex((stage) => stage.key === key));
  const sorted = entries.toSorted((a, b) => a.at - b.at || place(a.stage) - place(b.stage));
  if (last && last.key !== (sorted.at(-1)?.stage ?? pipeline.stages[0].key)) {
    const known = sorted.at(-1)?.at ?? row.openedAt;
    const at = inOrder(row.stageSince ?? known, known, 'stageSince', clock);
    if (isRefused(at)) return at;
    sorted.push({ stage: last.key, at, field: 'stage' });
  }
  return sorted.filter(({ stage }, index) => stage !== (sorted[index - 1]?.stage ?? pipeline.stages[0].key));
}
