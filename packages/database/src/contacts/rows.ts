import type { Address as PreparedAddress, ContactPoint as PreparedPoint } from '@orbita/domain/contacts';
import { normaliseText } from '@orbita/domain/facts';
import { type Em, newId } from '#connection';
import { Address, ContactPoint } from './contact.entity.ts';

export function contactPointRow(em: Em, customerId: string, contactId: string | null, point: PreparedPoint, now: Date): ContactPoint {
  return em.create(ContactPoint, {
    id: newId(), customerId, contactId, kind: point.kind, value: point.value, normalised: point.normalised, label: point.label,
    preferred: false, valid: point.valid, createdAt: now,
  });
}

export function addressRow(em: Em, customerId: string, address: PreparedAddress, now: Date): Address {
  return em.create(Address, {
    id: newId(), customerId, kind: address.kind, street: address.street, city: address.city,
    cityKey: address.city ? normaliseText(address.city) : null, province: address.province, postalCode: address.postalCode,
    country: address.country, isCurrent: true, validFrom: now,
  });
}
