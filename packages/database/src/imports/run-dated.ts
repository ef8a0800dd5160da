import type { DatedMapping } from '@orbita/domain/imports';
import type { Sources } from './file-state.ts';
import type { Run } from './job/index.ts';
import { datedLoaders } from './rooms.ts';
import { headingOf, runStaged } from './run-staged.ts';

/** What happened to customers: leads, opportunities. */
export async function runDated(run: Run, mapping: DatedMapping, sources: Sources): Promise<void> {
  const header = await headingOf(sources.rows, mapping, 'rows');
  await runStaged(run, mapping, sources, datedLoaders[mapping.room](mapping, header, run));
}
