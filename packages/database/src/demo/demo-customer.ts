import { day } from '@orbita/domain/calendar';
import { channels } from '@orbita/domain/contacts';
import { type PreparedCustomer, prepareCustomer } from '@orbita/domain/customers';
import { searchKey } from '@orbita/domain/identity';
import { newId } from '#connection';
import type { DemoBase } from './demo-base.ts';
import { type DemoLife, lifeFrom } from './world/life.ts';
import { accepted } from './world/accepted.ts';
import { addressFrom, type DemoPerson, emailFrom, organisationName, personFrom, spanishTaxId, telephoneFrom } from './world/people.ts';
import type { Random } from './world/random.ts';
import type { DemoCountry } from './world/vocabulary.ts';

type Row = Record<string, unknown>;

/** One customer with whom and where to reach him, as rows. */
export interface DemoCustomer {
  readonly id: string;
  readonly ownerId: string | null;
  readonly life: DemoLife;
  readonly customer: Row;
  readonly contacts: readonly Row[];
  readonly points: readonly Row[];
  readonly consents: readonly Row[];
  readonly addresses: readonly Row[];
  readonly identities: readonly Row[];
}

const countries: readonly (readonly [DemoCountry, number])[] = [['ES', 74], ['PT', 9], ['FR', 7], ['IT', 5], ['DE', 5]];
const languages: Record<DemoCountry, string> = { ES: 'es', PT: 'pt', FR: 'fr', IT: 'it', DE: 'de' };
const sources = [['REFERRAL', 22], ['WEB', 24], ['WORD_OF_MOUTH', 14], ['FAIR', 10], ['VISIT', 14], ['ADVERTISING', 10], ['PARTNER', 6]] as const;
const tags = ['hostelería', 'oficina', 'terraza', 'temporada', 'cadena', 'ecológico', 'prioritario'] as const;

/** Draws a customer and passes him through the domain's door, like one that somebody enters. */
export function demoCustomer(random: Random, number: number, now: Date, base: DemoBase): DemoCustomer {
  const organisation = random.chance(0.68);
  const country = random.weighted(countries);
  const address = addressFrom(random, country);
  const person = personFrom(random, country);
  const name = organisation ? organisationName(random, country, address.city) : person.name;
  const life = lifeFrom(random, now.getTime(), organisation);
  const prepared = accepted(prepareCustomer({
    kind: organisation ? 'ORGANISATION' : 'PERSON',
    ...(organisation ? { name } : { givenName: person.given, familyName: person.family }),
    taxId: country === 'ES' && random.chance(0.8) ? spanishTaxId(random, organisation) : null,
    taxCountry: country, language: languages[country], source: random.weighted(sources), doNotContact: random.chance(0.02),
    preferredChannel: random.chance(0.5) ? random.pick(channels) : null, tags: random.chance(0.4) ? [random.pick(tags)] : [],
    contactPoints: [
      ...(random.chance(0.93) ? [{ kind: 'EMAIL' as const, value: emailFrom(name, number) }] : []),
      ...(random.chance(0.86) ? [{ kind: 'MOBILE' as const, value: telephoneFrom(random, country) }] : []),
    ],
    addresses: [{ kind: organisation ? 'BILLING' : 'HOME', country, ...address }],
  }, { country: 'ES' }));
  return rowsFrom(random, prepared, { life, person, owner: ownerFor(random, country, base), now });
}

interface Around {
  readonly life: DemoLife;
  readonly person: DemoPerson;
  readonly owner: { ownerId: string | null; teamId: string | null; partnerId: string | null };
  readonly now: Date;
}

function rowsFrom(random: Random, prepared: PreparedCustomer, { life, person, owner, now }: Around): DemoCustomer {
  const id = newId();
  const since = new Date(life.since).toISOString();
  const contact = prepared.kind === 'ORGANISATION' ? contactRow(id, person, since, random) : null;
  return {
    id, ownerId: owner.ownerId, life,
    customer: {
      id, kind: prepared.kind, name: prepared.name, given_name: prepared.givenName, family_name: prepared.familyName,
      name_key: searchKey(prepared.name), tax_id: prepared.taxId, tax_country: prepared.taxCountry, language: prepared.language,
      owner_id: owner.ownerId, team_id: owner.teamId, partner_id: owner.partnerId, tags: prepared.tags, source: prepared.source,
      customer_since: since, do_not_contact: prepared.doNotContact, preferred_channel: prepared.preferredChannel, custom: {},
      example: true, version: 1, created_at: since, updated_at: since,
    },
    contacts: contact ? [contact] : [],
    points: prepared.contactPoints.map(({ kind, value, normalised, valid }) => ({
      id: newId(), customer_id: id, contact_id: contact?.['id'] ?? null, kind, value, normalised, valid, preferred: kind === 'EMAIL',
      bounced_at: kind === 'EMAIL' && random.chance(0.02) ? since : null, created_at: since,
    })),
    consents: consentRows(random, id, life.since, now),
    addresses: prepared.addresses.map(({ kind, street, city, province, postalCode, country }) => ({
      id: newId(), customer_id: id, kind, street, city, city_key: city ? searchKey(city) : null, province, postal_code: postalCode,
      country, is_current: true, valid_from: since,
    })),
    identities: prepared.identityKeys.map(({ kind, value }) => ({ kind, value, customer_id: id })),
  };
}

function ownerFor(random: Random, country: DemoCountry, base: DemoBase): { ownerId: string | null; teamId: string | null; partnerId: string | null } {
  const partner = base.staff.find((member) => member.role === 'partner');
  if (country === 'PT' && random.chance(0.6)) return { ownerId: partner!.id, teamId: null, partnerId: partner!.partnerId };
  if (random.chance(0.05)) return { ownerId: null, teamId: null, partnerId: null };
  const sellers = base.staff.filter((member) => member.role === 'sales');
  const europe = sellers.at(-1)!.teamId;
  const seller = random.pick(sellers.filter((member) => (member.teamId === europe) === (country !== 'ES')));
  return { ownerId: seller.id, teamId: seller.teamId, partnerId: null };
}

function contactRow(customerId: string, person: { given: string; family: string; name: string }, at: string, random: Random): Row {
  return {
    id: newId(), customer_id: customerId, given_name: person.given, family_name: person.family, name_key: searchKey(person.name),
    job_title: random.pick(['Gerente', 'Responsable de compras', 'Propietaria', 'Jefe de sala', 'Administración']),
    role: random.pick(['DECIDES', 'USES', 'PAYS']), is_primary: true, version: 1, created_at: at, updated_at: at,
  };
}

function consentRows(random: Random, customerId: string, since: number, now: Date): Row[] {
  const rows: Row[] = [];
  for (const [channel, likely] of [['EMAIL', 0.75], ['PHONE', 0.45], ['MESSAGING', 0.3]] as const) {
    if (!random.chance(likely)) continue;
    const given = Math.min(since + random.between(0, 60) * day, now.getTime() - day);
    rows.push(consentRow(customerId, channel, random.chance(0.82) ? 'GRANTED' : 'DENIED', given));
  }
  return rows;
}

const consentRow = (customerId: string, channel: string, state: string, at: number): Row => ({
  id: newId(), customer_id: customerId, channel, state, purpose: 'MARKETING', lawful_basis: 'CONSENT',
  source: 'WEB_FORM', given_at: new Date(at).toISOString(),
});
