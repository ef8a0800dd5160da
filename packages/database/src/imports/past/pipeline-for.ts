import { normaliseText } from '@orbita/domain/facts';
import { refuseBecause } from '@orbita/domain/imports';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import type { KnownPipeline } from './known.queries.ts';

/** The pipeline of this name, in either language; else the line's own, or the first that is for any line. */
export function pipelineFor(pipelines: readonly KnownPipeline[], called: string | null, lineId: string): KnownPipeline | Refusal {
  if (called !== null) {
    const wanted = normaliseText(called);
    const found = pipelines.find(({ name }) => [name.en, name.es].some((one) => normaliseText(one) === wanted));
    const there = pipelines.map(({ name }) => `${name.en} (${name.es})`).join('; ');
    return found ?? refuseBecause('NOT_FOUND', 'NO_PIPELINE', { value: called, pipelines: there }, 'pipeline');
  }
  return pipelines.find((one) => one.lineId === null || one.lineId === lineId) ?? refuse('REQUIRED', { field: 'pipeline' });
}
