import type { Viewer } from '@orbita/domain/access';
import { judgeDuplicate, type Profile, profileOf, veryLikelyFrom } from '@orbita/domain/duplicates';
import { type ImportedCustomer, withRowKey } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { judgeCandidatesOf } from '#duplicates';
import { profilesOf } from '#identity';
import { keyText, nameKeyOf, onlyOrganisationsCalled } from './known-customers.queries.ts';

const email = 'EMAIL ';

/** Him by what identifies him besides his e-mail: where there is nothing else, by what his row says. */
export function withoutEmail(customer: ImportedCustomer, system: string): ImportedCustomer {
  return withRowKey({ ...customer, identityKeys: customer.identityKeys.filter(({ kind }) => kind !== 'EMAIL') }, system);
}

/** The profiles of those who were found by an e-mail: whether they are meant, names tell. */
export async function namesBehindEmails(em: Em, owners: ReadonlyMap<string, string>): Promise<Map<string, Profile>> {
  const ids = [...owners].flatMap(([key, id]) => (key.startsWith(email) ? [id] : []));
  return new Map((await profilesOf(em, [...new Set(ids)])).map((profile) => [profile.rootId, profile]));
}

interface Recognising {
  readonly owners: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, Profile>;
  readonly system: string;
}

/** He with the keys that are his: an e-mail of somebody with another name stays whose it is, and the pair is a question for later. */
export function ownKeysOnly(customer: ImportedCustomer, { owners, names, system }: Recognising): ImportedCustomer {
  const others = customer.identityKeys.filter(({ kind }) => kind !== 'EMAIL').flatMap((key) => owners.get(keyText(key)) ?? []);
  const strange = customer.identityKeys.some((key) => {
    const owner = key.kind === 'EMAIL' ? owners.get(keyText(key)) : undefined;
    const profile = owner !== undefined && !others.includes(owner) ? names.get(owner) : undefined;
    return profile !== undefined && judgeDuplicate(profileOf(customer), profile).verdict !== 'CERTAIN';
  });
  return strange ? withoutEmail(customer, system) : customer;
}

/** The only organisations that are called as those who have no exact key in common with anybody. */
export async function namesakes(em: Em, customers: readonly ImportedCustomer[], owners: ReadonlyMap<string, string>): Promise<Map<ImportedCustomer, string>> {
  const strangers = customers.filter(({ kind, identityKeys }) => kind === 'ORGANISATION' && !identityKeys.some((key) => owners.has(keyText(key))));
  const ids = await onlyOrganisationsCalled(em, strangers.map(({ name }) => name));
  return new Map(strangers.flatMap((customer) => {
    const id = ids.get(nameKeyOf(customer.name));
    return id === undefined ? [] : [[customer, id] as const];
  }));
}

// The machine compares with everybody, whoever looks after him: nothing of it is told to anybody.
const machine: Viewer = { userId: '', role: 'administrator', teamId: null, partnerId: null, language: 'en' };

/** How many are looked up at once: each brings the profiles of all whom he may be. */
const atOnce = 100;

/** Whom those are very like who have no exact key in common with anybody. */
export async function likelyOwners(em: Em, customers: readonly ImportedCustomer[], owners: ReadonlyMap<string, string>): Promise<Map<ImportedCustomer, string>> {
  const strangers = customers.filter(({ identityKeys }) => !identityKeys.some((key) => owners.has(keyText(key))));
  const likely = new Map<ImportedCustomer, string>();
  for (let from = 0; from < strangers.length; from += atOnce) {
    const some = strangers.slice(from, from + atOnce);
    const judged = await judgeCandidatesOf(em, some.map(profileOf), machine);
    for (const [place, [best]] of judged.entries()) {
      if (best && (best.judged.verdict === 'CERTAIN' || best.judged.score >= veryLikelyFrom)) likely.set(some[place]!, best.row.id);
    }
  }
  return likely;
}
