import type { EnrichmentConfidence, EnrichmentField } from '@orbita/domain/enrichment';
import { isRefused } from '@orbita/domain/refusal';
import { type Em, transact } from '#connection';
import type { Writing } from '#requests';
import { decideProposal } from './decide-proposal.ts';
import { openProposalsOf } from './enrichment.queries.ts';

/** What of many was filled in; what was refused waits on. */
export interface AcceptedMany {
  readonly accepted: number;
  readonly refused: number;
}

const most = 100;

/** Accepts what is proposed of one kind, each in a transaction of its own, at most a hundred: ask again for the next. */
export async function acceptMany(em: Em, field: EnrichmentField, confidence: EnrichmentConfidence | undefined, writing: Writing): Promise<AcceptedMany> {
  let refused = 0;
  const ids = await openProposalsOf(em, field, confidence, writing.viewer, most);
  for (const id of ids) if (isRefused(await transact(em, (inner) => decideProposal(inner, id, 'ACCEPTED', writing)))) refused += 1;
  return { accepted: ids.length - refused, refused };
}
