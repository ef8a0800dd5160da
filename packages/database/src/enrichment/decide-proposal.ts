import { isOpen } from '@orbita/domain/enrichment';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { knownCustomers } from '#quality';
import { customerToWrite, type Writing } from '#requests';
import { appendEvents } from '#timeline';
import { enrichmentProposalById, markProposal } from './enrichment.queries.ts';
import { fillIn } from './fill-in.ts';

/** Fills in what was proposed, or has it never proposed again; what people filled in meanwhile is not written over. */
export async function decideProposal(em: Em, id: string, as: 'ACCEPTED' | 'DISMISSED', writing: Writing): Promise<string | Refusal> {
  const { viewer, actor, now } = writing;
  const asked = await enrichmentProposalById(em, id, viewer);
  if (!asked) return refuse('NOT_FOUND', { field: 'id' });
  const customer = await customerToWrite(em, asked.customerId, 'customer', 'update', writing);
  if (isRefused(customer)) return customer;
  // Whoever decided while we waited for the customer was first.
  const proposal = await enrichmentProposalById(em, id, viewer);
  if (!proposal) return refuse('NOT_FOUND', { field: 'id' });
  if (proposal.state !== 'OPEN') return proposal.state === as ? id : refuseBecause('CONFLICT', 'PROPOSAL_DECIDED', { field: 'id' });
  const [row] = await knownCustomers(em, [customer.id]);
  if (as === 'ACCEPTED') {
    if (!row || !isOpen(row.known, proposal.field, proposal.value)) return refuseBecause('CONFLICT', 'FILLED_IN_MEANWHILE', { field: 'id' });
    const filled = await fillIn(em, customer.id, row.known, proposal, writing);
    if (isRefused(filled)) return filled;
  }
  await markProposal(em, proposal, as, actor.kind === 'USER' ? viewer.userId : null, now);
  const type = as === 'ACCEPTED' ? 'enrichmentAccepted' : 'enrichmentDismissed';
  await appendEvents(em, [{ customerId: customer.id, type, occurredAt: now, payload: { proposalId: id, field: proposal.field, provider: proposal.provider } }], actor, now);
  return id;
}
