import { listBusinessLines } from '@orbita/database/company';
import type { Em } from '@orbita/database/connection';
import { staffNames } from '@orbita/database/imports';
import { listPipelines } from '@orbita/database/opportunities';
import type { Viewer } from '@orbita/domain/access';
import { namesOwner, type Room } from '@orbita/domain/imports';
import { opportunityStatusLabels } from '@orbita/domain/opportunities';
import type { Names } from './told-import.ts';

/** What is here under a name, for the fields of a room that take one. */
export async function namesFor(em: Em, room: Room, viewer: Viewer): Promise<Names> {
  if (room === 'products') return {};
  const owner = namesOwner(room) ? await staffNames(em, viewer) : [];
  if (room === 'customers') return { owner };
  const lines = (await listBusinessLines(em, viewer)).map(({ name }) => ({ value: name, label: name }));
  if (room === 'orders') return { businessLine: lines };
  if (room === 'leads') return { businessLine: lines, owner };
  const pipelines = await listPipelines(em, viewer);
  const stages = new Map(pipelines.flatMap(({ stages: some }) => some.map(({ key, name }) => [key, { value: key, label: name[viewer.language] }] as const)));
  return { businessLine: lines, owner, pipeline: pipelines.map(({ name }) => ({ value: name[viewer.language], label: name[viewer.language] })), stage: [...stages.values(), ...(['WON', 'LOST'] as const).map((end) => ({ value: end, label: opportunityStatusLabels[end][viewer.language] }))] };
}
