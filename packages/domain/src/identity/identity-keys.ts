/** By what a customer is recognised for certain: one key, one customer. */
export const identityKinds = ['EMAIL', 'TAX_ID', 'EXTERNAL_ID'] as const;

export type IdentityKind = (typeof identityKinds)[number];

export interface IdentityKey {
  readonly kind: IdentityKind;
  readonly value: string;
}

/** What identifies a customer, already normalised. */
export interface Identified {
  readonly emails: readonly string[];
  readonly taxId: { readonly country: string; readonly value: string } | null;
  /** The customer's id in other systems (`holded`, `shop`). */
  readonly externalIds: readonly { readonly system: string; readonly id: string }[];
}

const shortestTaxId = 5;

/**
 * The exact keys of a customer, each once. Telephones are none, because a switchboard is shared; nor is a text too
 * short to be a tax number, such as «-» or «N/A».
 */
export function identityKeys({ emails, taxId, externalIds }: Identified): IdentityKey[] {
  const taxIds = taxId && taxId.value.length >= shortestTaxId ? [`${taxId.country}:${taxId.value}`] : [];
  const named = externalIds.filter(({ id }) => id.trim() !== '').map(({ system, id }) => `${system.trim().toLowerCase()}:${id.trim()}`);
  const keysOf = (kind: IdentityKind, values: readonly string[]): IdentityKey[] => [...new Set(values)].map((value) => ({ kind, value }));
  return [...keysOf('EMAIL', emails), ...keysOf('TAX_ID', taxIds), ...keysOf('EXTERNAL_ID', named)];
}
