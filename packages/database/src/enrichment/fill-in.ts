import type { AddressKind } from '@orbita/domain/contacts';
import type { KnownCustomer } from '@orbita/domain/quality';
import { type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { addContactPoint, setAddress } from '#contacts';
import { Customer, type CustomerPatch, updateCustomer } from '#customers';
import type { Writing } from '#requests';
import type { EnrichmentProposalRow } from './enrichment.queries.ts';

/** Writes a proposal through the verb by which a person would. */
export async function fillIn(
  em: Em, customerId: string, known: KnownCustomer, { field, value }: EnrichmentProposalRow, writing: Writing,
): Promise<string | Refusal> {
  switch (field) {
    case 'website': return addContactPoint(em, { customerId, kind: 'WEBSITE', value }, writing);
    case 'name': return change(em, customerId, { name: value }, writing);
    case 'language': return change(em, customerId, { language: value }, writing);
    case 'tags': return change(em, customerId, { tags: [...known.tags, value] }, writing);
    case 'country': case 'province': {
      const [main] = known.addresses;
      return main ? setAddress(em, { customerId, ...main, kind: main.kind as AddressKind, [field]: value }, writing) : refuse('NOT_FOUND', { field: 'address' });
    }
    default: return field satisfies never;
  }
}

async function change(em: Em, id: string, patch: Omit<CustomerPatch, 'id' | 'expectedVersion'>, writing: Writing): Promise<string | Refusal> {
  // He is locked: what he is now is what was looked at.
  const { version } = await em.findOneOrFail(Customer, { id }, { refresh: true });
  return updateCustomer(em, { id, expectedVersion: version, ...patch }, writing);
}
