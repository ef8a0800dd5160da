import { type AddressKind, addressKinds } from './address.ts';

/** An address in time, in UTC milliseconds; `validUntil` is null while it holds. */
export interface DatedAddress {
  readonly id: string;
  readonly kind: AddressKind;
  readonly validFrom: number;
  readonly validUntil: number | null;
}

const mainFirst: readonly AddressKind[] = ['BILLING', 'VISIT', 'HOME', 'SHIPPING'];

/** The current address of each kind, in the order of kinds: the latest that has not ended, by (validFrom, id). */
export function currentAddresses<T extends DatedAddress>(addresses: readonly T[]): T[] {
  return addressKinds.flatMap((kind) => {
    const open = addresses.filter((address) => address.kind === kind && address.validUntil === null);
    const latest = open.toSorted((a, b) => a.validFrom - b.validFrom || (a.id < b.id ? -1 : 1)).at(-1);
    return latest ? [latest] : [];
  });
}

/** The address that tells a customer's country: the current one for billing, else visits, home, shipping. */
export function mainAddress<T extends DatedAddress>(addresses: readonly T[]): T | null {
  const current = currentAddresses(addresses);
  return mainFirst.map((kind) => current.find((address) => address.kind === kind)).find((address) => address !== undefined) ?? null;
}
