import type { Viewer } from '@orbita/domain/access';
import type { ImportPlan } from '@orbita/domain/imports';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { appendCompanyEvent } from '#company';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { startImport } from '../job/index.ts';
import { storedFile } from '../stored/index.ts';
import { checkedPlan } from './checked-plan.ts';
import { askToStop, importRow, wakeImport } from './import-rows.queries.ts';

/** Has a file imported in the background as it was planned. */
export async function startPlannedImport(em: Em, { fileId, plan }: { readonly fileId: string; readonly plan: ImportPlan }, writing: Writing): Promise<{ readonly id: string } | Refusal> {
  const { viewer, now, company } = writing;
  const file = await storedFile(em, fileId, viewer);
  if (!file) return refuse('NOT_FOUND', { field: 'fileId' });
  const mapping = await checkedPlan(em, plan, file, viewer);
  if (isRefused(mapping)) return mapping;
  const id = await startImport(em, { mapping, fileName: file.name, startedBy: viewer.userId, now, handed: { fileId, plan } });
  await appendCompanyEvent(em, 'importStarted', { id: company.id, importId: id, room: plan.room }, writing, { fileName: file.name });
  return { id };
}

/** Ends an import between two batches; what is loaded stays, and it can be gone on with. */
export async function stopImport(em: Em, id: string, viewer: Viewer): Promise<{ readonly id: string } | Refusal> {
  const job = await importRow(em, id, viewer);
  if (!job) return refuse('NOT_FOUND', { field: 'id' });
  if (job.status !== 'WAITING' && job.status !== 'RUNNING') return refuse('CONFLICT', { field: 'id' });
  await askToStop(em, id);
  return { id };
}

/** Goes on with an import that was stopped or failed, from where it stands. */
export async function resumeImport(em: Em, id: string, writing: Writing): Promise<{ readonly id: string } | Refusal> {
  const job = await importRow(em, id, writing.viewer);
  if (!job) return refuse('NOT_FOUND', { field: 'id' });
  if (!job.viewerCanResume) return refuse('CONFLICT', { field: 'id' });
  await wakeImport(em, id, writing.now);
  await appendCompanyEvent(em, 'importResumed', { id: writing.company.id, importId: id }, writing);
  return { id };
}
