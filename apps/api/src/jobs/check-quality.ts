import type { Em } from '@orbita/database/connection';
import { checkCustomers } from '@orbita/database/enrichment';
import { type Enricher, fromWhatIsKnown } from '@orbita/domain/enrichment';
import { systemWriting } from '#sessions';
import { companyZone } from './company-zone.ts';
import type { JobAround } from './job.ts';

/**
 * Who is asked what could be filled in of a customer, the surest first. Another one is one more name here: an `Enricher` of the
 * domain's interface, which may ask over the network and is told of a customer no more than it says that it reads.
 */
const enrichers: readonly Enricher[] = [fromWhatIsKnown];

// One run leaves the rest to the next minute, so that everybody at once, as after an upgrade, never holds a worker for long.
const mostBatches = 200;

/** Judges the data of whom a write changed or time made stale; broken off, the next run goes on where this one stood. */
export async function checkQuality(em: Em, now: Date, { stopping }: JobAround): Promise<void> {
  if (await companyZone(em) === undefined) return;
  const writing = await systemWriting(em, 'JOB', now);
  for (let batch = 0; batch < mostBatches && !stopping.aborted; batch += 1) if (!await checkCustomers(em, { enrichers, writing })) return;
}
