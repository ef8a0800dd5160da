import { may } from '@orbita/domain/access';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import { appendCompanyEvent } from '#company';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { setTakesCertain, takesCertain } from './enrichment.queries.ts';

/** Whether what is certain is filled in without a person, from now on. */
export async function takeCertainEnrichment(em: Em, takes: boolean, writing: Writing): Promise<string | Refusal> {
  if (!may(writing.viewer, 'company', 'update')) return refuse('FORBIDDEN');
  const before = await takesCertain(em);
  if (before === takes) return writing.company.id;
  await setTakesCertain(em, takes, writing.now);
  await appendCompanyEvent(em, 'companyUpdated', {
    id: writing.company.id, fields: ['takesCertainEnrichment'], values: { takesCertainEnrichment: { before, after: takes } },
  }, writing);
  return writing.company.id;
}
