import { type AddressInput, normaliseAddress } from '@orbita/domain/contacts';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { Address } from './contact.entity.ts';
import { addressRow } from './rows.ts';
import { writeForCustomer } from './write-for-customer.ts';

/** Sets the current address of a kind; the one before it stays, as the past. */
export function setAddress(em: Em, { customerId, ...input }: AddressInput & { customerId: string }, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (ownId, parts) => {
    const address = normaliseAddress(input, writing.company.country);
    if (isRefused(address)) return address;
    const current = await em.findOne(Address, { customerId: { $in: [...parts] }, kind: address.kind, isCurrent: true });
    if (current) {
      em.assign(current, { isCurrent: false, validUntil: writing.now });
      await em.flush();
    }
    const row = addressRow(em, ownId, address, writing.now);
    return { type: 'addressSet', payload: { addressId: row.id, kind: row.kind, replaced: current?.id ?? null }, personal: { ...address } };
  });
}

/** Ends an address without another in its place. */
export function endAddress(em: Em, customerId: string, id: string, writing: Writing): Promise<string | Refusal> {
  return writeForCustomer(em, customerId, writing, async (_, parts) => {
    const address = await em.findOne(Address, { id, customerId: { $in: [...parts] }, isCurrent: true });
    if (!address) return refuse('NOT_FOUND', { field: 'id' });
    em.assign(address, { isCurrent: false, validUntil: writing.now });
    return { type: 'addressEnded', payload: { addressId: id, kind: address.kind } };
  });
}
