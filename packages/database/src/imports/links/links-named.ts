import { normaliseText } from '@orbita/domain/facts';
import { type IdentityKey, identityKeys, normaliseEmail, validateTaxId } from '@orbita/domain/identity';
import { refuseBecause } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { keyText, knownCustomers } from '../customers/index.ts';
import { staffByName } from '../parties/index.ts';
import { deletedAmong } from '../parties/parties.queries.ts';

/** Somebody as a file calls him. */
export interface Called {
  readonly link: 'CUSTOMER' | 'USER';
  readonly name: string;
}

/**
 * Whom the links of a batch mean: those who work here by e-mail or by a name that only one has; customers by id in the
 * file's system, tax number or e-mail, the first of these that somebody has.
 */
export async function linksNamed(em: Em, called: readonly Called[], { system, country }: { readonly system: string; readonly country: string }): Promise<(one: Called) => string | Refusal> {
  const staff = called.some(({ link }) => link === 'USER') ? await staffByName(em) : new Map<string, never>();
  const keys = (name: string): IdentityKey[] => keysOf(name, system, country);
  const owners = await knownCustomers(em, called.flatMap(({ link, name }) => (link === 'CUSTOMER' ? keys(name) : [])));
  const deleted = await deletedAmong(em, [...owners.values()]);
  return ({ link, name }) => {
    if (link === 'USER') {
      const user = staff.get(normaliseText(name));
      return user?.active ? user.id : refuseBecause('NOT_FOUND', 'NO_OWNER', { value: name });
    }
    const id = keys(name).flatMap((key) => owners.get(keyText(key)) ?? []).find((one) => !deleted.has(one));
    return id ?? refuseBecause('NOT_FOUND', 'NO_LINKED', { value: name });
  };
}

function keysOf(name: string, system: string, country: string): IdentityKey[] {
  const email = normaliseEmail(name);
  const taxId = validateTaxId(name, country);
  const keys = identityKeys({
    emails: isRefused(email) ? [] : [email], taxId: isRefused(taxId) ? null : { country: taxId.country, value: taxId.value }, externalIds: [{ system, id: name }],
  });
  return keys.toSorted((a, b) => places.indexOf(a.kind) - places.indexOf(b.kind));
}

const places: readonly IdentityKey['kind'][] = ['EXTERNAL_ID', 'TAX_ID', 'EMAIL'];
