import type { KnownCustomer } from '#quality';
import type { Enricher, EnrichmentField, EnrichmentProposal } from './enricher.ts';

/** A proposal and who made it. */
export interface ProvidedProposal extends EnrichmentProposal {
  readonly provider: string;
}

/** What all propose of one customer, and who did answer. */
export interface Proposed {
  readonly proposals: readonly ProvidedProposal[];
  readonly answered: readonly string[];
}

/** Asks every enricher; what is filled in already is proposed by nobody, and of two who say the same the first is kept. */
export async function proposeAll(enrichers: readonly Enricher[], known: KnownCustomer): Promise<Proposed> {
  const answers = await Promise.allSettled(enrichers.map(async (enricher) => enricher.propose(only(known, enricher.reads))));
  const found = new Map<string, ProvidedProposal>();
  const answered: string[] = [];
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 'rejected') continue;
    const provider = enrichers[index]!.name;
    answered.push(provider);
    for (const proposal of answer.value) {
      const key = `${proposal.field} ${proposal.value}`;
      if (isOpen(known, proposal.field, proposal.value) && !found.has(key)) found.set(key, { ...proposal, provider });
    }
  }
  return { proposals: [...found.values()], answered };
}

const only = (known: KnownCustomer, reads: Enricher['reads']): Partial<KnownCustomer> =>
  Object.fromEntries(reads.map((name) => [name, known[name]]));

/** Whether there is room for this value: what people entered is never written over. */
export function isOpen(known: KnownCustomer, field: EnrichmentField, value: string): boolean {
  const address = known.addresses[0];
  switch (field) {
    case 'website': return !known.contactPoints.some(({ kind }) => kind === 'WEBSITE');
    case 'name': return known.kind === 'PERSON' && (known.givenName === null) !== (known.familyName === null);
    case 'language': return known.language === null;
    case 'country': return address !== undefined && address.country === null;
    case 'province': return address !== undefined && address.province === null;
    case 'tags': return !known.tags.includes(value);
    default: return field satisfies never;
  }
}
