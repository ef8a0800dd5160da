import { type AddressKind, addressKinds } from './address.ts';

/** An address in time, from UTC milliseconds; `until` is null while it holds. */
export interface DatedAddress {
  readonly id: string;
  readonly kind: AddressKind;
  readonly since: number;
  readonly until: number | null;
}

const mainFirst: readonly AddressKind[] = ['BILLING', 'VISIT', 'HOME', 'SHIPPING'];

/** The current address of each kind, in the order of kinds: the latest that has not ended, by (since, id). */
export function currentAddresses<T extends DatedAddress>(addresses: readonly T[]): T[] {
  return addressKinds.flatMap((kind) => {
    const open = addresses.filter((address) => address.kind === kind && address.until === null);
    const latest = open.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1)).at(-1);
    return latest ? [latest] : [];
  });
}

/** The address that tells a customer's country: the current one for billing, else visits, home, shipping. */
export function mainAddress<T extends DatedAddress>(addresses: readonly T[]): T | null {
  const current = currentAddresses(addresses);
  return mainFirst.map((kind) => current.find((address) => address.kind === kind)).find((address) => address !== undefined) ?? null;
}
